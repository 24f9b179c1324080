package io.atalaya.logs.ledger;

/**
 * A stretch of time, milliseconds since the epoch.
 *
 * @param from included
 * @param to excluded
 */
public record Span(long from, long to) {
    /** How long it is, in milliseconds. */
    public long length() {
        return to - from;
    }

    boolean holds(long moment) {
        return moment >= from && moment < to;
    }

    boolean touches(long start, long end) {
        return from < end && start < to;
    }
}
