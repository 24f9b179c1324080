package io.atalaya.logs.tail;

import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a tail works with; it makes no thread itself.
 *
 * @param clock as right as it can be had: spans that AWS is asked for end by it
 * @param nanoTime time that passes evenly and not while the computer sleeps, as {@link System#nanoTime}
 * @param scheduler for short tasks
 * @param executor for reads that block
 * @param random so that many consoles do not come back at once
 */
public record TailTools(
        InstantSource clock, LongSupplier nanoTime, Scheduler scheduler, Executor executor, RandomGenerator random) {
    long now() {
        return clock.millis();
    }

    long nanos() {
        return nanoTime.getAsLong();
    }

    /** Twice as long after each failure, up to a longest; between three quarters and all of it, by chance. */
    Duration backOff(Duration first, Duration longest, int failures) {
        var nanos = first.toNanos() * Math.pow(2, Math.min(Math.max(failures - 1, 0), 30));
        var bounded = Math.min(nanos, longest.toNanos());
        return Duration.ofNanos((long) (bounded * (1 - 0.25 * random.nextDouble())));
    }
}
