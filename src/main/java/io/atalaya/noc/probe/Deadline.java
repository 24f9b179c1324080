package io.atalaya.noc.probe;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a probe, and the step it is at, may still take. Not a timer: whoever waits asks how long it may, each time, so that
 * a host that sends a byte now and then gains nothing.
 */
final class Deadline {
    private final LongSupplier nanos;
    private final long began;
    private final long ends;
    private long stepEnds;
    private String step = "";

    /** @param nanos a clock that only runs forward, in ns */
    Deadline(LongSupplier nanos, Duration all) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.ends = began + all.toNanos();
        this.stepEnds = ends;
    }

    /** The next step begins, and may take that long. */
    void step(String name, Duration most) {
        step = name;
        var own = nanos.getAsLong() + most.toNanos();
        stepEnds = own - ends < 0 ? own : ends;
    }

    /**
     * What may still be waited for, in ms, at least 1.
     *
     * @throws SocketTimeoutException when that is nothing
     */
    int left() throws SocketTimeoutException {
        var left = stepEnds - nanos.getAsLong();
        if (left <= 0) {
            throw late();
        }
        return (int) Math.max(1, left / 1_000_000);
    }

    /** What is thrown when the time is over, or a wait of {@link #left} ended without anything. */
    SocketTimeoutException late() {
        return new SocketTimeoutException(step + ": no answer in time");
    }

    /** ms since the probe began. */
    long millis() {
        return (nanos.getAsLong() - began) / 1_000_000;
    }
}
