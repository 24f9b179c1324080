package io.atalaya.logs.understand;

/**
 * A field of a log event.
 *
 * @param name with the names of the objects it is in: {@code http.request.method}, {@code items[0].id}
 * @param value as it is written, strings without quotes and escapes; at most {@link Fields#MOST_VALUE} characters
 */
public record Field(String name, String value, Type type) {
    /** What the value is. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
