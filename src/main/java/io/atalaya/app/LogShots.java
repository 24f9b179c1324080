package io.atalaya.app;

import io.atalaya.deployment.Parts;
import io.atalaya.logs.TailedGroup;
import io.atalaya.ui.logs.LogDesk;
import io.atalaya.ui.logs.OpenLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Pictures of a log: somebody reads the deployment's first groups for a while, and pauses in between. */
final class LogShots implements AutoCloseable {
    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(8);
    private static final int GROUPS = 4;
    private static final int ENOUGH = 300;

    private final ConnectionScope scope;
    private @Nullable OpenLog log;

    LogShots(ConnectionScope scope) {
        this.scope = scope;
    }

    /** Reads until there is something to see; no picture where there is no group. */
    List<Shot> begin() throws InterruptedException {
        var groups = scope.current().items(Parts.LOG_GROUPS).stream()
                .limit(GROUPS)
                .map(it -> TailedGroup.all(it.name(), it.arn()))
                .toList();
        if (groups.isEmpty() || !(scope.logs().tail(groups, null, BEFORE) instanceof LogDesk.Opened.Log opened)) {
            return List.of();
        }
        var reading = opened.log();
        log = reading;
        until(
                PATIENCE,
                () -> events(reading) >= ENOUGH && reading.completeness().sweptTo() > 0);
        reading.pause();
        until(PAUSE, () -> false);
        reading.resume();
        until(AFTER, () -> false);
        var shots = new ArrayList<Shot>();
        shots.add(new Shot("logs", "logs"));
        shots.add(new Shot("logs-gap", "logs", desk -> press(desk.shell().root(), "#logs-go-to-gap")));
        shots.add(new Shot("logs-detail", "logs", desk -> {
            press(desk.shell().root(), "#logs-previous-error");
            press(desk.shell().root(), "#logs-open");
        }));
        return shots;
    }

    private static long events(OpenLog log) {
        return log.status().groups().stream().mapToLong(it -> it.events()).sum();
    }

    private static void press(Node root, String id) {
        switch (root.lookup(id)) {
            case Button button -> button.fire();
            case javafx.scene.control.Hyperlink link -> link.fire();
            case null -> {}
            default -> {}
        }
    }

    /** Looks now and then, on the program's timer. */
    private void until(Duration longest, java.util.function.BooleanSupplier enough) throws InterruptedException {
        var met = new CountDownLatch(1);
        look(enough, met);
        if (!met.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            met.countDown();
        }
    }

    private void look(java.util.function.BooleanSupplier enough, CountDownLatch met) {
        scope.scheduler().after(Duration.ofMillis(200), () -> {
            if (enough.getAsBoolean()) {
                met.countDown();
            } else if (met.getCount() > 0) {
                look(enough, met);
            }
        });
    }

    @Override
    public void close() {
        var reading = log;
        if (reading != null) {
            scope.logs().close(reading);
        }
    }
}
