package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.logs.Feed;
import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.LogLine;
import io.atalaya.sandbox.world.logs.Logs;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads a query's range, a few milliseconds at a time, so that the world can be asked meanwhile. */
final class Scan implements Runnable {
    private static final long SLICE_NANOS = Duration.ofMillis(15).toNanos();

    /** Events may be two weeks older than the moment they are written. */
    private static final long OLDEST_WRITTEN = 14 * 86_400L;

    /** AWS gives up after an hour. */
    private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();

    private final Logs logs;
    private final InsightsQuery query;
    private final Consumer<Runnable> locked;
    private final Supplier<Instant> now;
    private final BooleanSupplier closed;
    private long second;
    private long last;

    Scan(Logs logs, InsightsQuery query, Consumer<Runnable> locked, Supplier<Instant> now, BooleanSupplier closed) {
        this.logs = logs;
        this.query = query;
        this.locked = locked;
        this.now = now;
        this.closed = closed;
    }

    @Override
    public void run() {
        long begin = System.nanoTime();
        locked.accept(this::bound);
        while (second <= last
                && !query.isCancelled()
                && !closed.getAsBoolean()
                && System.nanoTime() - begin < LONGEST_NANOS) {
            locked.accept(this::slice);
        }
        query.done(second > last);
    }

    /** What lies before the oldest event that is kept, or after the newest that can be, is empty. */
    private void bound() {
        long present = now.get().getEpochSecond();
        long ahead = query.question().groups().stream()
                .flatMap(g -> g.feeds().stream())
                .mapToLong(Feed::aheadMillis)
                .max()
                .orElse(0);
        long oldest = query.question().groups().stream()
                .mapToLong(g -> Math.max(
                        g.created().getEpochSecond() - OLDEST_WRITTEN,
                        g.retentionDays() == null ? Long.MIN_VALUE : present - g.retentionDays() * 86_400L))
                .min()
                .orElse(present);
        second = Math.max(query.question().from(), oldest);
        last = Math.min(query.question().to(), present + ahead / 1_000);
    }

    private void slice() {
        long begin = System.nanoTime();
        long present = now.get().toEpochMilli();
        while (second <= last && System.nanoTime() - begin < SLICE_NANOS) {
            for (LogGroup group : query.question().groups()) {
                add(group, present);
            }
            second++;
        }
    }

    private void add(LogGroup group, long present) {
        synchronized (query.execution()) {
            for (LogLine line : logs.second(group, stream -> true, second)) {
                if (line.ingested() <= present) {
                    query.execution().add(line);
                }
            }
        }
    }
}
