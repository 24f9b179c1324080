package io.atalaya.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * What each frame costs the JavaFX thread, from its timers to the end of its layout, and how many rows a log had when it was drawn.
 * On the JavaFX thread.
 */
final class FlowMeter extends AnimationTimer {
    /**
     * One frame.
     *
     * @param at milliseconds since the epoch
     * @param millis of the JavaFX thread
     */
    record Seen(long at, double millis, long rows) {}

    private volatile LongSupplier rows = () -> 0;
    private final List<Seen> seen = new ArrayList<>();
    private long counted;
    private long begun;

    /** Counts these from now on. */
    void count(LongSupplier ofLog) {
        rows = ofLog;
    }

    Scene watch(Scene scene) {
        scene.addPostLayoutPulseListener(this::drawn);
        return scene;
    }

    /** Timers run in the order they were started: this one must be the first. */
    @Override
    public void handle(long now) {
        begun = System.nanoTime();
        counted = rows.getAsLong();
    }

    private void drawn() {
        if (begun == 0) {
            return;
        }
        seen.add(new Seen(System.currentTimeMillis(), (System.nanoTime() - begun) / 1e6, counted));
        begun = 0;
    }

    /** Forgets what the first frames took, which compile what the others run; not what they drew. */
    Integer again() {
        seen.replaceAll(it -> new Seen(it.at(), 0, it.rows()));
        return seen.size();
    }

    double[] sortedWork() {
        return seen.stream()
                .mapToDouble(Seen::millis)
                .filter(it -> it > 0)
                .sorted()
                .toArray();
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }
}
