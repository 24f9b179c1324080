package io.atalaya.watch;

import java.time.Instant;

/** Counts calls over the last {@value #SECONDS} whole seconds. Guarded by its owner. */
final class CallRate {
    private static final int SECONDS = 10;

    private final int[] counts = new int[SECONDS];
    private long second = Long.MIN_VALUE;

    void count(Instant now) {
        move(now);
        counts[Math.floorMod(second, SECONDS)]++;
    }

    /** Calls a second on average, the current second counted in. */
    double perSecond(Instant now) {
        move(now);
        var sum = 0;
        for (var count : counts) {
            sum += count;
        }
        return (double) sum / SECONDS;
    }

    private void move(Instant now) {
        var current = now.getEpochSecond();
        if (current == second) {
            return;
        }
        var steps = current < second || second == Long.MIN_VALUE ? SECONDS : Math.min(SECONDS, current - second);
        for (var i = 0; i < steps; i++) {
            counts[Math.floorMod(current - i, SECONDS)] = 0;
        }
        second = current;
    }
}
