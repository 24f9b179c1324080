package io.atalaya.sandbox.world.logs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How FilterLogEvents misbehaves; may be changed at any time from any thread. What strikes any operation (throttling, expired
 * credentials, denials, 5xx, slowness) is planned in the FaultPlan.
 */
public final class ReadFaults {
    private final LongSupplier nanoTime;
    private final Deque<Long> calls = new ArrayDeque<>();
    private volatile ReadBehaviour behaviour = ReadBehaviour.AWS;
    private long pages;

    /** @param nanoTime in which calls a second are counted */
    public ReadFaults(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public ReadBehaviour behaviour() {
        return behaviour;
    }

    public void set(ReadBehaviour other) {
        behaviour = other;
    }

    /** Back to a good day. */
    public void clear() {
        behaviour = ReadBehaviour.AWS;
    }

    /** Counts a call: whether the account may make it now. */
    public synchronized boolean admits() {
        long now = nanoTime.getAsLong();
        while (!calls.isEmpty() && now - calls.getFirst() >= TimeUnit.SECONDS.toNanos(1)) {
            calls.removeFirst();
        }
        if (calls.size() >= behaviour.callsPerSecond()) {
            return false;
        }
        calls.addLast(now);
        return true;
    }

    /** Counts a page: whether it is to be empty. */
    public synchronized boolean isEmptyNext() {
        int every = behaviour.emptyEvery();
        return every > 0 && ++pages % every == 0;
    }
}
