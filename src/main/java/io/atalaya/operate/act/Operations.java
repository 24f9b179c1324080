package io.atalaya.operate.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes operations down and reads them again: the journal keeps enough to look later whether an act was done. */
public final class Operations {
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private static final Map<String, Class<?>> ACTS = Arrays.stream(Operation.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Operations() {}

    /** Its components as a JSON object. */
    public static String write(Operation operation) {
        try {
            return JSON.writeValueAsString(JSON.valueToTree(operation));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always JSON", e);
        }
    }

    /** The operation again; empty when this version of the program does not know the act or its components. */
    public static Optional<Operation> read(String act, String components) {
        var type = ACTS.get(act);
        if (type == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((Operation) JSON.readValue(components, type));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
