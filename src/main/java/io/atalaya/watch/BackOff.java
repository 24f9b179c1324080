package io.atalaya.watch;

import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When to ask again after a failure. While a service fails, fewer requests go there; when it comes back, that is seen within
 * one cadence. Both at once, because of the sources that fail for the same reason only the one with the shortest cadence, the
 * sentinel, goes on at its own pace; the others back off twice as far each time, and are asked as soon as one of them recovers.
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

    /** What fails together: all of the connection, or one service. */
    static String group(Problem problem) {
        if (OF_THE_CONNECTION.contains(problem.kind())) {
            return "connection";
        }
        return problem.call().substring(0, Math.max(0, problem.call().indexOf(':')));
    }

    /**
     * @param failures in a row, at least one
     * @param goesOn whether it keeps its pace: the sentinel, and a source of which only a part fails
     */
    static Duration delay(Duration cadence, Problem problem, int failures, boolean goesOn, RandomGenerator random) {
        if (goesOn) {
            // AWS said "too much": even the sentinel slows down
            var pace = problem.kind() == Problem.Kind.THROTTLED ? cadence.multipliedBy(2) : cadence;
            return jitter(pace, random);
        }
        if (!asksAgain(problem)) {
            return jitter(HOPELESS, random);
        }
        var longest = cadence.compareTo(LONGEST) > 0 ? cadence : LONGEST;
        var doubled = cadence.multipliedBy(1L << Math.min(failures, 8));
        return jitter(doubled.compareTo(longest) < 0 ? doubled : longest, random);
    }

    /** Up to a tenth less, so that sources and windows do not ask in step. Never more: a cadence is a promise. */
    static Duration jitter(Duration duration, RandomGenerator random) {
        return duration.minusNanos((long) (duration.toNanos() * 0.1 * random.nextDouble()));
    }
}
