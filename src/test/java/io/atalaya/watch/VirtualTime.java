package io.atalaya.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A clock that moves when told, and does what is due on the way: the synchronous twin of scheduler and executor. Reads run on
 * the thread that moves the clock; {@link #hold()} keeps them under way instead, until {@link #release()}.
 */
public final class VirtualTime implements InstantSource, Scheduler, Executor {
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Queue<Runnable> held = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-03-03T14:00:00Z");
    private long number;
    private boolean holding;

    private record Due(Instant at, long number, Runnable task) {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        var due = new Due(now.plus(delay), number++, task);
        queue.add(due);
        return () -> {
            synchronized (this) {
                queue.remove(due);
            }
        };
    }

    @Override
    public synchronized void execute(Runnable read) {
        if (holding) {
            held.add(read);
        } else {
            after(Duration.ZERO, read);
        }
    }

    /** Moves the clock, doing everything that falls due up to and including the end. */
    public void advance(Duration duration) {
        var end = instant().plus(duration);
        for (var due = next(end); due != null; due = next(end)) {
            due.task().run();
        }
        skip(Duration.between(instant(), end));
    }

    /** Does what is due now. */
    public void settle() {
        advance(Duration.ZERO);
    }

    /** Moves the clock without doing anything: time that passes while something runs. */
    public synchronized void skip(Duration duration) {
        now = now.plus(duration);
    }

    /** From now on reads begin and do not end. */
    public synchronized void hold() {
        holding = true;
    }

    /** Lets the held reads run now, and later ones at once. */
    public void release() {
        synchronized (this) {
            holding = false;
        }
        for (var read = held.poll(); read != null; read = held.poll()) {
            read.run();
        }
        settle();
    }

    /** Lets the read that has been held longest run now, and goes on holding the others. */
    public void answerOne() {
        var read = held.poll();
        if (read != null) {
            read.run();
        }
    }

    /** The reads held up to now never get an answer; later ones do, at once. */
    public synchronized void forgetHeld() {
        holding = false;
        held.clear();
    }

    /** How many things are still to be done. */
    public synchronized int pending() {
        return queue.size();
    }

    private synchronized @Nullable Due next(Instant end) {
        var first = queue.peek();
        if (first == null || first.at().isAfter(end)) {
            return null;
        }
        queue.remove();
        if (first.at().isAfter(now)) {
            now = first.at();
        }
        return first;
    }
}
