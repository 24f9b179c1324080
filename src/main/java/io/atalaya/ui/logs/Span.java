package io.atalaya.ui.logs;

/**
 * A stretch of time to which rows are limited.
 *
 * @param from milliseconds since the epoch, included
 * @param to excluded
 */
record Span(long from, long to) {
    static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean isAll() {
        return equals(ALL);
    }

    boolean holds(long at) {
        return at >= from && at < to;
    }

    /** What is in both; empty spans begin where they end. */
    Span and(Span other) {
        var begin = Math.max(from, other.from);
        return new Span(begin, Math.max(begin, Math.min(to, other.to)));
    }
}
