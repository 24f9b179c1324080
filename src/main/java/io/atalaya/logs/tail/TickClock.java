package io.atalaya.logs.tail;

import java.time.Duration;
import java.util.OptionalLong;

/** What time that passes means for a tail: what is due, and whether the computer slept. One tick at a time asks. */
final class TickClock {
    private static final Duration FORCE_EVERY = Duration.ofSeconds(5);
    private static final Duration ALIVE_EVERY = Duration.ofSeconds(10);
    /** A clock that is set by less was corrected; by more, the computer slept. */
    private static final long JUMP_MILLIS = 5_000;

    private final TailTools tools;
    private final Duration tick;
    private long lastMillis;
    private long lastNanos;
    private long aliveNanos;
    private long forcedNanos;

    TickClock(TailTools tools, Duration tick) {
        this.tools = tools;
        this.tick = tick;
    }

    /** Time counts from now on. */
    void start() {
        lastMillis = tools.now();
        lastNanos = tools.nanos();
        aliveNanos = lastNanos;
        forcedNanos = lastNanos;
    }

    /** Since when nothing ran, milliseconds since the epoch, where that is too long; asked once a tick. */
    OptionalLong slept() {
        var millis = tools.now();
        var nanos = tools.nanos();
        var wall = millis - lastMillis;
        var passed = Duration.ofNanos(nanos - lastNanos).toMillis();
        var since = lastMillis;
        lastMillis = millis;
        lastNanos = nanos;
        return wall - passed > JUMP_MILLIS || passed > tick.toMillis() + 2 * JUMP_MILLIS
                ? OptionalLong.of(since)
                : OptionalLong.empty();
    }

    /** Whether it is time to say that the program runs. */
    boolean aliveDue() {
        if (lastNanos - aliveNanos < ALIVE_EVERY.toNanos()) {
            return false;
        }
        aliveNanos = lastNanos;
        return true;
    }

    /** Whether it is time to bring to disk what came. */
    boolean forceDue() {
        if (lastNanos - forcedNanos < FORCE_EVERY.toNanos()) {
            return false;
        }
        forcedNanos = lastNanos;
        return true;
    }
}
