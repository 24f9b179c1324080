package io.atalaya.sandbox.world.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What will happen, in order. Nothing runs by itself: {@link #advanceTo} plays everything that is due, each at its own
 * moment, so a world that slept for a day has lived through every step of it. Guarded by the lock of the world.
 */
public final class Timeline {
    private record Step(Instant at, long order, Runnable what) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingLong(Step::order));
    private Instant now;
    private long order;

    public Timeline(Instant start) {
        this.now = start;
    }

    /** The simulated moment: inside a step, the moment the step was due. */
    public Instant now() {
        return now;
    }

    /** Has it done at that moment; a moment in the past means as soon as the world moves again. */
    public void at(Instant when, Runnable what) {
        steps.add(new Step(when, order++, what));
    }

    public void after(Duration wait, Runnable what) {
        at(now.plus(wait), what);
    }

    /** Has it done at {@code first} and then again and again. */
    public void every(Instant first, Duration period, Runnable what) {
        at(first, () -> {
            what.run();
            every(first.plus(period), period, what);
        });
    }

    /** Plays all steps due up to and including {@code target}. Time never runs backwards: an earlier target does nothing. */
    public void advanceTo(Instant target) {
        for (Step next = steps.peek(); next != null && !next.at().isAfter(target); next = steps.peek()) {
            steps.remove();
            if (next.at().isAfter(now)) {
                now = next.at();
            }
            next.what().run();
        }
        if (target.isAfter(now)) {
            now = target;
        }
    }
}
