package io.atalaya.aws.signin;

import io.atalaya.aws.ProblemException;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Problem.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The problems that signing in finds by itself. Messages say what is wrong, where, and the next step; never a secret. */
record Trouble(InstantSource clock) {
    Problem in(Path file, String message) {
        return of(Kind.CONFIGURATION, file.toString(), "Configuration", message);
    }

    ProblemException profile(String profile, String message) {
        return new ProblemException(
                of(Kind.CONFIGURATION, "profile " + profile, "Configuration", "profile " + profile + ": " + message));
    }

    /** Somebody has to sign in. */
    ProblemException ended(String profile, String what, Instant at, String nextStep) {
        return new ProblemException(of(
                Kind.EXPIRED,
                "profile " + profile,
                "Expired",
                what + " of profile " + profile + " ended at " + at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        + "; " + nextStep));
    }

    ProblemException needsPerson(String profile, String message) {
        return new ProblemException(of(Kind.EXPIRED, "profile " + profile, "Expired", message));
    }

    ProblemException cancelled(String what) {
        return new ProblemException(of(Kind.CANCELLED, what, "Cancelled", "cancelled"));
    }

    ProblemException of(Kind kind, String call, String message) {
        return new ProblemException(of(kind, call, "SignIn", message));
    }

    private Problem of(Kind kind, String call, String code, String message) {
        return new Problem(kind, call, code, message, null, null, clock.instant());
    }
}
