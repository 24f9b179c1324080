package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.operate.act.Settling;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All watches of one connection: asks for what they need to see, and shows them every snapshot. */
final class Lookout {
    private final Sight sight;
    private final Later later;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();

    Lookout(Sight sight, Later later) {
        this.sight = sight;
        this.later = later;
    }

    /**
     * Watches until it settles or patience ends.
     *
     * @param before the deployment when the act was confirmed
     * @param since answers that were asked for earlier do not count
     * @param seen told what is seen on the way, on any thread; must be quick
     * @param over told once how it ended, on any thread; must be quick
     */
    Watch watch(
            Settling settling, Deployment before, Instant since, Consumer<String> seen, Consumer<Watch.Ending> over) {
        var watch = new Watch(settling, before, since, seen, end -> {
            watches.removeIf(Watch::over);
            over.accept(end);
        });
        watches.add(watch);
        watch.begin(sight, later);
        return watch;
    }

    void observe(Deployment now) {
        watches.forEach(each -> each.observe(now));
    }

    /** Nobody looks any more: what is still under way stays so. */
    void close() {
        watches.forEach(Watch::giveUp);
    }
}
