package io.atalaya.logs.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One minute of one group, by the events' own timestamps. What is shown of it is {@code delivered + recovered} events.
 *
 * @param start milliseconds since the epoch, a whole minute
 * @param delivered came as they happened, and are shown
 * @param recovered were inserted by the sweep
 * @param doubt delivered, but not found by the sweep; or known to be missing
 * @param state of the whole minute
 * @param cause of the gap that touches it; null where none does
 */
public record Minute(
        String group,
        long start,
        long delivered,
        long recovered,
        long doubt,
        State state,
        @Nullable Cause cause) {

    /** From good to bad. */
    public enum State {
        /** Read again after the last late arrival could have come, and the same was found. */
        CONFIRMED,
        /** Delivered; the sweep has not been there for the last time. */
        DELIVERED,
        /** A gap that the sweep may still close. */
        GAP,
        /** Could not be confirmed. */
        IN_DOUBT
    }
}
