package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Finding;
import io.atalaya.deployment.overview.Situation;
import io.atalaya.practice.GameDay;
import io.atalaya.practice.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An incident for pictures: begun, waited for until the console says something new, ended, waited for until it has healed. */
final class Incident {
    private static final Duration SAID_WITHIN = Duration.ofMinutes(3);
    private static final Duration HEALED_WITHIN = Duration.ofMinutes(6);

    private final ConnectionScope scope;
    private final GameDay gameDay;
    private final InstantSource clock;

    Incident(ConnectionScope scope, GameDay gameDay, InstantSource clock) {
        this.scope = scope;
        this.gameDay = gameDay;
        this.clock = clock;
    }

    /** Returns false when nothing new was said in time, or it could not be started. */
    boolean begin(String scenario) throws InterruptedException {
        var before = keys(scope.current());
        var said = new CountDownLatch(1);
        if (!(gameDay.start(scenario) instanceof Outcome.Started)) {
            return false;
        }
        scope.onSnapshot(snapshot -> {
            if (!before.containsAll(keys(snapshot))) {
                said.countDown();
            }
        });
        return said.await(SAID_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    /** Returns false when it has not healed in time. */
    boolean end() throws InterruptedException {
        var healed = new CountDownLatch(1);
        if (gameDay.board().run() == null) {
            return false;
        }
        gameDay.stop();
        scope.onSnapshot(snapshot -> {
            var run = gameDay.board().run();
            if (run != null && run.healedAt() != null) {
                healed.countDown();
            }
        });
        return healed.await(HEALED_WITHIN.toSeconds(), TimeUnit.SECONDS);
    }

    private Set<String> keys(Deployment snapshot) {
        return AttentionList.of(Situation.of(snapshot, clock.instant())).stream()
                .map(Finding::key)
                .collect(Collectors.toSet());
    }
}
