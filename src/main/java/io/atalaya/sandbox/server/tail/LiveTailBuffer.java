package io.atalaya.sandbox.server.tail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;

/**
 * The events of one session by the second they came in, within AWS's limits: 500 events an update, the rest of that second
 * is sampled away; for a client that reads slowly ten updates are kept, then the oldest are lost without a word.
 */
final class LiveTailBuffer {
    static final int EVENTS_PER_UPDATE = 500;
    static final int UPDATES_KEPT = 10;

    /**
     * What came within one period.
     *
     * @param events at most 500, in the order they came
     * @param sampled whether there were more
     */
    record Update(List<LiveTailSessionLogEvent> events, boolean sampled) {}

    private final LongSupplier nanoTime;
    private final long start;
    private final long periodNanos;
    private final Deque<Period> periods = new ArrayDeque<>();

    private static final class Period {
        private final long number;
        private final List<LiveTailSessionLogEvent> events = new ArrayList<>();
        private boolean sampled;

        private Period(long number) {
            this.number = number;
        }
    }

    LiveTailBuffer(Duration period, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.periodNanos = period.toNanos();
    }

    synchronized void add(LiveTailSessionLogEvent event) {
        long now = current();
        Period last = periods.peekLast();
        if (last == null || last.number != now) {
            last = new Period(now);
            periods.addLast(last);
            if (periods.size() > UPDATES_KEPT) {
                periods.removeFirst();
            }
        }
        if (last.events.size() < EVENTS_PER_UPDATE) {
            last.events.add(event);
        } else {
            last.sampled = true;
        }
    }

    /** The oldest period that is over; an empty update when nothing came in it. */
    synchronized Update take() {
        Period first = periods.peekFirst();
        if (first == null || first.number >= current()) {
            return new Update(List.of(), false);
        }
        periods.removeFirst();
        return new Update(List.copyOf(first.events), first.sampled);
    }

    /** Whether a period that is over still waits. */
    synchronized boolean hasWaiting() {
        Period first = periods.peekFirst();
        return first != null && first.number < current();
    }

    /** Nanoseconds until the current period is over. */
    long untilNextPeriod() {
        return periodNanos - (nanoTime.getAsLong() - start) % periodNanos;
    }

    private long current() {
        return (nanoTime.getAsLong() - start) / periodNanos;
    }
}
