package io.atalaya.deployment.balancing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a draining target will be gone. AWS does not say when draining began; it ends at the latest after the deregistration
 * delay of the group, sooner when the last request ends before.
 *
 * @param endsAt at the latest
 * @param seenToBegin whether this console saw it begin; otherwise the target may have been draining for long, and the time is
 *     no more than what it cannot exceed
 */
public record Draining(Instant endsAt, boolean seenToBegin) {
    /** Between two answers more apart than this, the beginning is not known well enough for a countdown. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    /**
     * @param firstSeen when the answer was asked for that first showed it draining
     * @param lastOther when the last answer was asked for that showed something else; null when there was none
     * @param delaySeconds of its target group
     */
    public static Draining of(Instant firstSeen, @Nullable Instant lastOther, int delaySeconds) {
        var seen = lastOther != null && Duration.between(lastOther, firstSeen).compareTo(CLOSE) <= 0;
        return new Draining(firstSeen.plusSeconds(delaySeconds), seen);
    }

    /** Never negative. */
    public Duration left(Instant now) {
        var left = Duration.between(now, endsAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
