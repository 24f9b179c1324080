package io.atalaya.watch;

import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When to ask again after a failure. While a service fails, fewer requests go there; when it comes back, that is seen within
 * one cadence. Both at once, because a failing source is asked with a probe, which is one request where a read may be hundreds
 * ({@link CallContext#probing}), and because of the sources that fail with a whole service only the one with the shortest
 * cadence, the scout, goes on; the others follow: they wait twice as long each time, and are asked as soon as any source of
 * that service has an answer. Why: ADR 13.
 */
final class BackOff {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Asking again does not help until somebody changes a policy or the endpoint. */
    private static final Duration HOPELESS = Duration.ofMinutes(30);

    private static final Set<Problem.Kind> ASKED_ONCE =
            Set.of(Problem.Kind.DENIED, Problem.Kind.NOT_OFFERED, Problem.Kind.VETOED);
    private static final Set<Problem.Kind> OF_THE_CONNECTION = Set.of(
            Problem.Kind.EXPIRED,
            Problem.Kind.NO_CREDENTIALS,
            Problem.Kind.INVALID_CREDENTIALS,
            Problem.Kind.CLOCK_SKEW,
            Problem.Kind.NO_NETWORK,
            Problem.Kind.CONFIGURATION);

    private BackOff() {}

    /** Whether it is worth asking again by itself. */
    static boolean asksAgain(Problem problem) {
        return !ASKED_ONCE.contains(problem.kind());
    }

    /** Whether the reason may lie in the whole connection, and not only in the service that was asked. */
    static boolean isOfTheConnection(Problem problem) {
        return OF_THE_CONNECTION.contains(problem.kind());
    }

    /** The service of a call, as IAM names it. */
    static String service(String call) {
        return call.substring(0, Math.max(0, call.indexOf(':')));
    }

    /**
     * When a source that failed is asked next.
     *
     * @param failures in a row, at least one
     * @param pace what it owes to those that wait for it
     * @param startedAt when the read began that failed
     * @param now when it failed
     */
    static Instant next(
            Duration cadence, int failures, Pace pace, Instant startedAt, Instant now, RandomGenerator random) {
        return switch (pace) {
            case GOES_ON -> now.plus(jitter(cadence, random));
            case BROKE_OFF -> now.plus(cadence);
            case SCOUT -> later(startedAt.plus(cadence), now);
            case FOLLOWER -> now.plus(jitter(longer(cadence, failures), random));
            case HOPELESS -> now.plus(jitter(HOPELESS, random));
        };
    }

    /** How a source goes on after a failure. */
    enum Pace {
        /** Only a part of it fails: nothing changes. */
        GOES_ON,
        /** Some pages had come: not dead, and asking at once would repeat them for nothing. */
        BROKE_OFF,
        /** It finds out by itself, with a probe each cadence: exactly, because a probe is asked no more often than a read. */
        SCOUT,
        /** Another finds out for it. */
        FOLLOWER,
        /** Somebody has to change something. */
        HOPELESS
    }

    /**
     * How a source goes on that failed as a whole.
     *
     * @param follows whether another one finds out for it
     * @param pages how many answers had come before it failed
     */
    static Pace pace(Problem problem, boolean follows, int pages) {
        if (!asksAgain(problem)) {
            return Pace.HOPELESS;
        }
        if (follows) {
            return Pace.FOLLOWER;
        }
        return pages > 0 ? Pace.BROKE_OFF : Pace.SCOUT;
    }

    private static Duration longer(Duration cadence, int failures) {
        var longest = cadence.compareTo(LONGEST) > 0 ? cadence : LONGEST;
        var doubled = cadence.multipliedBy(1L << Math.min(failures, 8));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Up to a tenth less, so that sources and windows do not ask in step. Never more: a cadence is a promise. */
    static Duration jitter(Duration duration, RandomGenerator random) {
        return duration.minusNanos((long) (duration.toNanos() * 0.1 * random.nextDouble()));
    }
}
