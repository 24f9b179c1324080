package io.atalaya.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
public final class ManualClock implements InstantSource {
    /** The moment the pictures of the design show: 14:03:39 in Bogotá. */
    public static final Instant PICTURE = Instant.parse("2026-11-24T19:03:39Z");

    private volatile Instant now;

    public ManualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
