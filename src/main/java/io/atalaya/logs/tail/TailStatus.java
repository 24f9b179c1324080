package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tail fares at one moment.
 *
 * @param groups in the order asked for
 * @param liveSessions how many Live Tail sessions are open; CloudWatch bills each by the minute
 * @param billedSeconds of Live Tail since the tail began, all sessions together
 * @param behindMillis how old the newest event was when it arrived here, by this computer's clock; null before the first
 * @param sweptTo up to when everything was read again at least once; null before the first sweep
 */
public record TailStatus(
        List<Group> groups,
        State state,
        int liveSessions,
        long billedSeconds,
        @Nullable Long behindMillis,
        @Nullable Instant sweptTo) {
    public TailStatus {
        groups = List.copyOf(groups);
    }

    /** The same in another state. */
    public TailStatus in(State other) {
        return new TailStatus(groups, other, liveSessions, billedSeconds, behindMillis, sweptTo);
    }

    /** Of the whole tail. */
    public enum State {
        RUNNING,
        PAUSED,
        ENDED
    }

    /** How a group is read. */
    public enum Mode {
        STARTING,
        LIVE_TAIL,
        /** FilterLogEvents again and again. */
        POLLING,
        /** Nothing is read: see the problem. */
        FAILING
    }

    /**
     * One group.
     *
     * @param why it is polled although Live Tail was wanted, or why it fails; null where all is well
     * @param perSecond events a second over the last ten seconds
     * @param events shown of it so far
     */
    public record Group(String arn, Mode mode, @Nullable Problem why, double perSecond, long events) {}
}
