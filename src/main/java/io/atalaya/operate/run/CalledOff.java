package io.atalaya.operate.run;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.Optional;

/** An act that was confirmed and did not leave, because somebody called it off meanwhile. */
public final class CalledOff {
    private CalledOff() {}

    /** Its code tells a screen why, its message the journal. */
    static Problem problem(String call, Refusal why, Instant at) {
        var message = why == Refusal.CLOSED
                ? "the connection was closed before it left"
                : "the deployment was read-only again before it left";
        return new Problem(Problem.Kind.VETOED, call, why.name(), message, null, null, at);
    }

    /** {@link Refusal#NOT_ARMED} or {@link Refusal#CLOSED}; empty where a problem is another. */
    public static Optional<Refusal> why(Problem problem) {
        if (problem.kind() != Problem.Kind.VETOED) {
            return Optional.empty();
        }
        return Optional.of(problem.code())
                .filter(it -> it.equals(Refusal.NOT_ARMED.name()) || it.equals(Refusal.CLOSED.name()))
                .map(Refusal::valueOf);
    }
}
