package io.atalaya.ui.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A JSON message as a row reads it: what it says first, then its other fields. */
final class JsonWords {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> FIRST = List.of("message", "msg", "event", "error", "@message");

    /** What the row says in its other columns. */
    private static final Set<String> SAID =
            Set.of("level", "severity", "timestamp", "@timestamp", "time", "ts", "lvl", "log.level");

    private final Texts texts;

    JsonWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * How it reads.
     *
     * @param chip {@code JSON 7 fields}
     */
    record Said(String chip, String text) {}

    /** Empty for what is no JSON object, or has been cut. */
    Optional<Said> of(String text) {
        if (!text.startsWith("{") || !text.stripTrailing().endsWith("}")) {
            return Optional.empty();
        }
        try {
            var read = MAPPER.readTree(text);
            if (read == null || !read.isObject() || read.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Said(texts.get("logs.row.json", read.size()), words(read)));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static String words(JsonNode object) {
        var words = new StringJoiner(" ");
        FIRST.stream().filter(object::has).forEach(name -> words.add(field(name, object.get(name))));
        object.properties().forEach(each -> {
            if (!FIRST.contains(each.getKey())
                    && !SAID.contains(each.getKey().toLowerCase(Locale.ROOT))) {
                words.add(field(each.getKey(), each.getValue()));
            }
        });
        return words.toString();
    }

    private static String field(String name, JsonNode value) {
        return name + "=" + value;
    }
}
