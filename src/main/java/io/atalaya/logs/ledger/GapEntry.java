package io.atalaya.logs.ledger;

import org.jspecify.annotations.Nullable;

/** A gap as its group's ledger keeps it. Guarded by the ledger. */
final class GapEntry {
    /** The end of one that is still open. */
    static final long OPEN = Long.MAX_VALUE;

    final long id;
    final Cause cause;
    final @Nullable String detail;
    long from;
    long to;
    long recovered;
    /** It is not read again by itself. */
    boolean left;
    /** It is there because reading again is refused, whatever the live edge does. */
    final boolean unread;

    GapEntry(long id, long from, long to, Cause cause, boolean unread, @Nullable String detail) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.cause = cause;
        this.unread = unread;
        this.detail = detail;
    }

    /** Up to where it was written down; one that grows every second is not written down every second. */
    long written = Long.MIN_VALUE;

    boolean isOpen() {
        return to == OPEN;
    }

    boolean holds(long moment) {
        return moment >= from && moment < to;
    }

    boolean touches(long start, long end) {
        return from < end && start < to;
    }
}
