package io.atalaya.logs.understand;

import java.util.List;
import java.util.Optional;

/**
 * The fields of a log event, in its own order: of a JSON object, also behind a prefix, or of {@code key=value} pairs among its text
 * (logfmt, quoted values). Bounded in number, depth and length; what a text cut short still tells is told.
 *
 * @param form what they were read from; {@link Form#NONE} where there are none
 * @param more whether there were more than are kept
 */
public record Fields(Form form, List<Field> all, boolean more) {
    /** How many are kept. */
    public static final int MOST = 500;

    /** Characters kept of a value. */
    public static final int MOST_VALUE = 4_000;

    /** Characters of a message that are looked at. */
    static final int MOST_TEXT = 1_000_000;

    /** How they are written. */
    public enum Form {
        JSON,
        PAIRS,
        NONE
    }

    public Fields {
        all = List.copyOf(all);
    }

    /** Of a message; never throws. */
    public static Fields of(String message) {
        var text = message.length() > MOST_TEXT ? message.substring(0, MOST_TEXT) : message;
        int brace = JsonText.start(text);
        if (brace >= 0) {
            var json = JsonFields.of(text.substring(brace));
            if (!json.all().isEmpty()) {
                return json;
            }
        }
        return PairFields.of(text);
    }

    /** The first of that name. */
    public Optional<Field> get(String name) {
        return all.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
