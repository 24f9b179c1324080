package io.atalaya.sandbox.world.logs;

import java.time.Duration;

/**
 * How FilterLogEvents answers. {@link #AWS} is a good day; everything else CloudWatch Logs, or an endpoint that imitates it, has done.
 *
 * @param mostEvents a page holds at most so many, whatever was asked for; the next token goes on
 * @param emptyEvery of so many pages one is empty and has a next token; 0 for none
 * @param tokenLife by the world's clock; then a token is invalid
 * @param byStream a page's events come stream by stream instead of by time
 * @param repeated so many of a page's last events come again, with the same event ids, in the next
 * @param visibleAfter an event that was just ingested is found only after so long
 * @param callsPerSecond by the machine's clock; one more is throttled
 */
public record ReadBehaviour(
        int mostEvents,
        int emptyEvery,
        Duration tokenLife,
        boolean byStream,
        int repeated,
        Duration visibleAfter,
        int callsPerSecond) {
    /** Whole pages, in order, tokens that live for a day, no limit of calls. */
    public static final ReadBehaviour AWS =
            new ReadBehaviour(10_000, 0, Duration.ofHours(24), false, 0, Duration.ZERO, Integer.MAX_VALUE);

    /** As AWS throttles an account: five calls a second. */
    public static final int QUOTA = 5;

    public ReadBehaviour shortPages(int events) {
        return new ReadBehaviour(events, emptyEvery, tokenLife, byStream, repeated, visibleAfter, callsPerSecond);
    }

    public ReadBehaviour emptyPages(int oneOf) {
        return new ReadBehaviour(mostEvents, oneOf, tokenLife, byStream, repeated, visibleAfter, callsPerSecond);
    }

    public ReadBehaviour tokensLive(Duration life) {
        return new ReadBehaviour(mostEvents, emptyEvery, life, byStream, repeated, visibleAfter, callsPerSecond);
    }

    public ReadBehaviour unsorted() {
        return new ReadBehaviour(mostEvents, emptyEvery, tokenLife, true, repeated, visibleAfter, callsPerSecond);
    }

    public ReadBehaviour repeating(int events) {
        return new ReadBehaviour(mostEvents, emptyEvery, tokenLife, byStream, events, visibleAfter, callsPerSecond);
    }

    public ReadBehaviour visibleAfter(Duration time) {
        return new ReadBehaviour(mostEvents, emptyEvery, tokenLife, byStream, repeated, time, callsPerSecond);
    }

    public ReadBehaviour allowing(int calls) {
        return new ReadBehaviour(mostEvents, emptyEvery, tokenLife, byStream, repeated, visibleAfter, calls);
    }
}
