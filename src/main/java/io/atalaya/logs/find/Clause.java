package io.atalaya.logs.find;

/**
 * One condition of a filter.
 *
 * @param on switched off ones stay in the bar and do nothing
 */
public record Clause(Kind kind, Mode mode, String text, boolean matchCase, boolean on) {

    /** What becomes of events that match. */
    public enum Kind {
        /** Events must match one of these, where there are any. */
        INCLUDE,
        /** Events that match are hidden. */
        EXCLUDE,
        /** Events that match are marked; nothing is hidden. */
        MARK
    }

    /** How {@code text} is read. */
    public enum Mode {
        TEXT,
        /** RE2 syntax: no back references, no look around, linear time. */
        REGEX,
        /** {@code name=value}, {@code !=}, {@code >}, {@code >=}, {@code <}, {@code <=}, {@code ~} on a JSON or key=value field. */
        FIELD,
        /** The stream's name contains the text. */
        STREAM
    }
}
