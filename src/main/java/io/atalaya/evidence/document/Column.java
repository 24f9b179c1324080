package io.atalaya.evidence.document;

/**
 * A column of a table.
 *
 * @param key of its heading, and by which it is kept and written in a baseline
 * @param kind how it is set
 * @param weight its share of the width
 * @param compared whether it is architecture: what is only measured, or changes by itself, is no difference
 */
public record Column(String key, Kind kind, int weight, boolean compared) {
    /** How a column is set. */
    public enum Kind {
        TEXT,
        /** Ids, addresses, times. */
        MONO,
        /** To the right. */
        NUMBER
    }

    public static Column text(String key, int weight) {
        return new Column(key, Kind.TEXT, weight, true);
    }

    public static Column mono(String key, int weight) {
        return new Column(key, Kind.MONO, weight, true);
    }

    public static Column number(String key, int weight) {
        return new Column(key, Kind.NUMBER, weight, true);
    }

    /** The same, that is no difference when it changes. */
    public Column passing() {
        return new Column(key, kind, weight, false);
    }
}
