package io.atalaya.app;

import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connecting and reading all of a deployment where nobody is there to be asked. */
final class Gathering {
    private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(60);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(90);

    private final Program program;

    Gathering(Program program) {
        this.program = program;
    }

    SignInResult connect(ConnectRequest request) throws InterruptedException {
        var signingIn =
                program.machinery().blocking().submit(() -> program.signIn().connect(request, new NobodyThere()));
        try {
            return signingIn.get(SIGN_IN_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            signingIn.cancel(true);
            return new SignInResult.Failed(new Problem(
                    Problem.Kind.TIMEOUT,
                    "sign-in",
                    "Timeout",
                    "nobody is there to approve, and AWS did not answer within a minute",
                    null,
                    null,
                    program.machinery().clock().instant()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("sign-in", e.getCause());
        }
    }

    /** Why nobody could sign in, in one line. */
    static String words(SignInResult.Failed failed) {
        var problem = failed.problem();
        var where = problem.call() + ": ";
        return (problem.message().startsWith(where) ? "" : where) + problem.message();
    }

    /** Until every part was read or has a problem; returns those that are still being read when patience ends. */
    List<String> awaitAll(ConnectionScope scope) throws InterruptedException {
        var done = new CountDownLatch(1);
        scope.onSnapshot(snapshot -> {
            if (Parts.all().stream().allMatch(part -> settled(snapshot, part))) {
                done.countDown();
            }
        });
        scope.asker().watch(new HashSet<>(Parts.all()));
        scope.start();
        if (done.await(READ_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            return List.of();
        }
        return Parts.all().stream()
                .filter(part -> !settled(scope.current(), part))
                .map(Part::id)
                .toList();
    }

    private static <T> boolean settled(Deployment snapshot, Part<T> part) {
        Observed<Listing<T>> observed = snapshot.observed(part);
        var listing = observed.value();
        return observed.problem() != null || (listing != null && listing.complete());
    }
}
