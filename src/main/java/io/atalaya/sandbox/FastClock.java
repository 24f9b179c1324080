package io.atalaya.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that runs faster than the machine's, for tests that would wait for minutes. */
public final class FastClock implements InstantSource {
    private final Instant start;
    private final int factor;
    private final LongSupplier nanoTime;
    private final long begin;

    /** @param factor simulated seconds in a second */
    public FastClock(Instant start, int factor, LongSupplier nanoTime) {
        this.start = start;
        this.factor = factor;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /** From the present on, so many simulated seconds a second. */
    public static FastClock times(int factor) {
        return new FastClock(Instant.now(), factor, System::nanoTime);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos(nanoTime.getAsLong() - begin).multipliedBy(factor));
    }
}
