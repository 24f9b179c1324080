package io.atalaya.app;

import io.atalaya.deployment.Deployment;
import io.atalaya.practice.GameDay;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Begins an incident once every part was asked: what was wrong before it must not look like its doing. */
final class Arrival implements Consumer<Deployment> {
    private final GameDay gameDay;
    private final String scenario;
    private final Executor background;
    private final AtomicBoolean begun = new AtomicBoolean();

    Arrival(GameDay gameDay, String scenario, Executor background) {
        this.gameDay = gameDay;
        this.scenario = scenario;
        this.background = background;
    }

    @Override
    public void accept(Deployment snapshot) {
        if (asked(snapshot) && !begun.getAndSet(true)) {
            background.execute(() -> gameDay.start(scenario));
        }
    }

    private static boolean asked(Deployment snapshot) {
        return !snapshot.parts().isEmpty()
                && snapshot.parts().stream()
                        .allMatch(part -> snapshot.observed(part).attemptedAt() != null);
    }
}
