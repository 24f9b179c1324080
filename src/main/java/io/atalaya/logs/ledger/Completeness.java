package io.atalaya.logs.ledger;

import java.util.List;

/** What a session's ledger tells a reader; safe on any thread, answers at once. */
public interface Completeness {
    /** Grows with every change. */
    long version();

    /** Of all groups, oldest first. */
    List<Gap> gaps();

    /** Minutes that touch the span, of all groups, by start and group; milliseconds since the epoch. */
    List<Minute> minutes(long from, long to);

    /** Up to which moment every group was read again for the first time; milliseconds since the epoch. */
    long sweptTo();

    /** Whether the sweep did not find an event where it should be, though it was delivered. */
    default boolean doubtful(long event) {
        return false;
    }

    /** Asks for a gap again, now. */
    void askAgain(long gap);
}
