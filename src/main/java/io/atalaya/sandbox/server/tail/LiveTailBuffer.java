package io.atalaya.sandbox.server.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;

/**
 * The events of one session by the period they came in, within what {@link TailFaults} allows: of more than 500 events an update a
 * random choice; for a client that reads slowly ten updates are kept, then the oldest are lost without a word.
 */
final class LiveTailBuffer {
    /**
     * What came within one period.
     *
     * @param events in the order they came, unless faults say otherwise
     * @param sampled whether there were more
     */
    record Update(List<LiveTailSessionLogEvent> events, boolean sampled) {}

    private record Numbered(long number, LiveTailSessionLogEvent event) {}

    private final TailFaults faults;
    private final LongSupplier nanoTime;
    private final long start;
    private final long periodNanos;
    private final TreeMap<Long, Period> periods = new TreeMap<>();
    private final Random random = new Random(7);
    private final List<LiveTailSessionLogEvent> again = new ArrayList<>();
    private long came;

    private static final class Period {
        private final List<Numbered> events = new ArrayList<>();
        private long bytes;
        private int offered;
        private boolean sampled;
    }

    LiveTailBuffer(TailFaults faults, LongSupplier nanoTime) {
        this.faults = faults;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.periodNanos = faults.behaviour().period().toNanos();
    }

    synchronized void add(LiveTailSessionLogEvent event) {
        TailBehaviour behaviour = faults.behaviour();
        came++;
        long now = current();
        boolean late = behaviour.lateEvery() > 0 && came % behaviour.lateEvery() == 0;
        long due = late ? now + Math.ceilDiv(behaviour.late().toNanos(), periodNanos) : now;
        Period period = periods.computeIfAbsent(due, number -> new Period());
        while (periods.headMap(now, true).size() > behaviour.updatesKept()) {
            periods.pollFirstEntry();
        }
        int length = event.message() == null ? 0 : event.message().length();
        if (period.bytes + length > behaviour.bytesPerUpdate()) {
            return;
        }
        period.bytes += length;
        keep(period, new Numbered(came, event), behaviour.sampleAbove());
    }

    /** So that each of the period's events is as likely to be among those kept. */
    private void keep(Period period, Numbered event, int most) {
        period.offered++;
        if (period.events.size() < most) {
            period.events.add(event);
            return;
        }
        period.sampled = true;
        int place = random.nextInt(period.offered);
        if (place < most) {
            period.events.set(place, event);
        }
    }

    /** The oldest period that is over; an empty update when nothing came in it. */
    synchronized Update take() {
        if (!hasWaiting()) {
            return new Update(List.of(), false);
        }
        TailBehaviour behaviour = faults.behaviour();
        Period first = periods.pollFirstEntry().getValue();
        if (first.sampled) {
            first.events.sort(Comparator.comparingLong(Numbered::number));
        }
        List<LiveTailSessionLogEvent> events = new ArrayList<>(again);
        again.clear();
        for (Numbered event : first.events) {
            events.add(event.event());
            if (behaviour.twiceEvery() > 0 && event.number() % behaviour.twiceEvery() == 0) {
                boolean now = event.number() / behaviour.twiceEvery() % 2 == 0;
                (now ? events : again).add(event.event());
            }
        }
        if (behaviour.shuffled()) {
            Collections.shuffle(events, random);
        }
        return new Update(Collections.unmodifiableList(events), first.sampled && behaviour.sampleTold());
    }

    /** Whether a period that is over still waits. */
    synchronized boolean hasWaiting() {
        return !periods.isEmpty() && periods.firstKey() < current();
    }

    /** Until the current period is over. */
    Duration untilNextPeriod() {
        return Duration.ofNanos(periodNanos - (nanoTime.getAsLong() - start) % periodNanos);
    }

    private long current() {
        return (nanoTime.getAsLong() - start) / periodNanos;
    }
}
