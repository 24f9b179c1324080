package io.atalaya.logs.tail;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.ledger.Cause;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a problem means for a tail. */
final class Causes {
    /** Asking again does not help until somebody changes a policy, the question or the endpoint. */
    private static final Set<Problem.Kind> REFUSED = EnumSet.of(
            Problem.Kind.DENIED,
            Problem.Kind.NOT_OFFERED,
            Problem.Kind.VETOED,
            Problem.Kind.INVALID_REQUEST,
            Problem.Kind.NOT_FOUND,
            Problem.Kind.CONFIGURATION);
    /** Fails for every group alike. */
    private static final Set<Problem.Kind> OF_ALL = EnumSet.of(
            Problem.Kind.EXPIRED,
            Problem.Kind.NO_CREDENTIALS,
            Problem.Kind.INVALID_CREDENTIALS,
            Problem.Kind.CLOCK_SKEW,
            Problem.Kind.NO_NETWORK,
            Problem.Kind.TIMEOUT,
            Problem.Kind.THROTTLED,
            Problem.Kind.CONFIGURATION);

    private Causes() {}

    static Cause of(@Nullable Problem problem) {
        if (problem == null) {
            return Cause.DISCONNECTED;
        }
        return switch (problem.kind()) {
            case DENIED, NOT_OFFERED, VETOED, NOT_FOUND, CONFIGURATION -> Cause.DENIED;
            case EXPIRED, NO_CREDENTIALS, INVALID_CREDENTIALS, CLOCK_SKEW -> Cause.EXPIRED;
            case THROTTLED -> Cause.THROTTLED;
            case NO_NETWORK, TIMEOUT, CANCELLED -> Cause.DISCONNECTED;
            case SERVICE, MALFORMED, BLOCKED, FAULT, INVALID_REQUEST -> Cause.SERVICE;
        };
    }

    static boolean isRefusal(Problem problem) {
        return REFUSED.contains(problem.kind());
    }

    static boolean isOfAll(Problem problem) {
        return OF_ALL.contains(problem.kind());
    }

    static @Nullable String detail(@Nullable Problem problem) {
        return problem == null ? null : problem.code() + ": " + problem.message();
    }
}
