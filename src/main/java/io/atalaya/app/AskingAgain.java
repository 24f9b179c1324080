package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.evidence.capsule.EvidenceException;
import io.atalaya.evidence.capsule.EvidenceException.Reason;
import io.atalaya.ui.evidence.CaptureSteps;
import io.atalaya.ui.evidence.CaptureSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Has parts of a living deployment read once more, and waits until each has a new answer or a problem. */
final class AskingAgain {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** How often somebody who wants no more is heard. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final ConnectionScope scope;
    private final InstantSource clock;
    private final CaptureSteps steps;

    AskingAgain(ConnectionScope scope, InstantSource clock, CaptureSteps steps) {
        this.scope = scope;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * The snapshot in which all of them are new.
     *
     * @throws EvidenceException when some are not within two minutes: names them
     */
    Deployment of(List<Part<?>> parts) throws InterruptedException, EvidenceException {
        var begun = clock.instant();
        var news = new LinkedBlockingQueue<Boolean>();
        var asker = scope.asker();
        try (var heard = scope.listen(snapshot -> news.offer(true));
                var watching = watch(asker.watch(new HashSet<>(parts)))) {
            asker.askNow(new HashSet<>(parts));
            while (true) {
                var snapshot = scope.current();
                var missing = parts.stream()
                        .filter(part -> !settled(snapshot, part, begun))
                        .toList();
                steps.at(Step.READING, parts.size() - missing.size(), parts.size());
                if (missing.isEmpty()) {
                    return snapshot;
                }
                if (Duration.between(begun, clock.instant()).compareTo(PATIENCE) > 0) {
                    throw new EvidenceException(
                            Reason.INCOMPLETE,
                            missing.stream().map(it -> it.id() + ": no answer").collect(Collectors.joining("; ")));
                }
                news.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                news.clear();
            }
        }
    }

    private interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    private static Watching watch(AutoCloseable handle) {
        return () -> {
            try {
                handle.close();
            } catch (Exception e) {
                throw new IllegalStateException("a watch that cannot end", e);
            }
        };
    }

    private static <T> boolean settled(Deployment snapshot, Part<T> part, Instant begun) {
        Observed<Listing<T>> observed = snapshot.observed(part);
        var attempted = observed.attemptedAt();
        if (attempted == null || attempted.isBefore(begun)) {
            return false;
        }
        var listing = observed.value();
        var asked = observed.askedAt();
        return observed.problem() != null
                || (listing != null && listing.complete() && asked != null && !asked.isBefore(begun));
    }
}
