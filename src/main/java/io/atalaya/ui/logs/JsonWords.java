package io.atalaya.ui.logs;

import io.atalaya.logs.understand.Field;
import io.atalaya.logs.understand.Fields;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** A JSON message as a row reads it: what it says first, then its other fields. */
final class JsonWords {
    private static final List<String> FIRST = List.of("message", "msg", "event", "error", "@message");

    /** What the row says in its other columns. */
    private static final Set<String> SAID =
            Set.of("level", "severity", "timestamp", "@timestamp", "time", "ts", "lvl", "log.level");

    /** More are read in the detail. */
    private static final int MOST = 40;

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
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        var fields = Fields.of(text);
        if (fields.form() != Fields.Form.JSON || fields.all().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Said(texts.get("logs.row.json", fields.all().size() + (fields.more() ? "+" : "")), words(fields)));
    }

    private static String words(Fields fields) {
        var words = new StringJoiner(" ");
        FIRST.stream().flatMap(name -> fields.get(name).stream()).forEach(it -> words.add(field(it)));
        fields.all().stream()
                .filter(it ->
                        !FIRST.contains(it.name()) && !SAID.contains(it.name().toLowerCase(Locale.ROOT)))
                .limit(MOST)
                .forEach(it -> words.add(field(it)));
        return words.toString();
    }

    private static String field(Field field) {
        return field.type() == Field.Type.TEXT
                ? field.name() + "=\"" + field.value() + "\""
                : field.name() + "=" + field.value();
    }
}
