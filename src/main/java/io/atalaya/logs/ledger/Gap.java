package io.atalaya.logs.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A span of one group in which events were, or may have been, missed by the live edge.
 *
 * @param id of this gap in its session; stays when its span or state change
 * @param group its ARN
 * @param from milliseconds since the epoch, included
 * @param to excluded; of an open gap, now
 * @param recovered how many events the sweep found in it that had not been delivered
 * @param doubt how many events are known to be missing or unconfirmed; null where that is not known
 * @param state whether it is closed
 * @param detail AWS's own words or the like; null where there are none
 */
public record Gap(
        long id,
        String group,
        long from,
        long to,
        Cause cause,
        long recovered,
        @Nullable Long doubt,
        State state,
        @Nullable String detail) {

    /** What became of it. */
    public enum State {
        /** Nothing arrives still. */
        OPEN,
        /** Events arrive again; the sweep has not read it again yet. */
        WAITING,
        /** The sweep has read all of it after the last late arrival could have come: nothing is missing. */
        CLOSED,
        /** The sweep could not read it, or what it read contradicts what was delivered. */
        IN_DOUBT,
        /** It is not read again by itself: too much for the budget, or dropped from this disk. Logs Insights can read it. */
        LEFT
    }
}
