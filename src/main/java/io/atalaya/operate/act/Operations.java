package io.atalaya.operate.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes operations down and reads them again: the journal keeps enough to look later whether an act was done. */
public final class Operations {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(moments()).build();

    private static final Map<String, Class<?>> ACTS = Arrays.stream(Operation.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Operations() {}

    /** Moments as ISO 8601 text. */
    private static SimpleModule moments() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new FromStringDeserializer<Instant>(Instant.class) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected Instant _deserialize(String text, DeserializationContext context) {
                        return Instant.parse(text);
                    }
                });
    }

    /** Key of the words before an input field: by the name of a record's component, the same wherever it stands. */
    public static String fieldKey(String component) {
        return "operate.field." + component;
    }

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
