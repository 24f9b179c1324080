package io.atalaya.evidence.claim;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a claim is judged by.
 *
 * @param resource AWS's id of it
 * @param fact in AWS's words
 * @param value as read
 * @param holds null where it cannot be told
 */
public record Point(
        String resource,
        String fact,
        String value,
        @Nullable Boolean holds) {
    static Point of(String resource, String fact, Object value, boolean holds) {
        return new Point(resource, fact, String.valueOf(value), holds);
    }

    /** What was read, where it depends on what was not. */
    static Point perhaps(String resource, String fact, Object value, @Nullable Boolean holds) {
        return new Point(resource, fact, String.valueOf(value), holds);
    }

    static Point unknown(String resource, String why) {
        return new Point(resource, why, "", null);
    }
}
