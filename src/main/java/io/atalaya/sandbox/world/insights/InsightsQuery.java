package io.atalaya.sandbox.world.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One query and what it has found. Safe on any thread. */
public final class InsightsQuery {
    private static final long SCHEDULED_MILLIS = 300;
    private static final long LEAST_MILLIS = 700;

    private final String id;
    private final Queries.Question question;
    private final Execution execution;
    private final Instant created;
    private final long bytesPerSecond;
    private final CountDownLatch scanned = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile boolean timedOut;

    /** Where a query stands. */
    public enum State {
        SCHEDULED,
        RUNNING,
        COMPLETE,
        CANCELLED,
        TIMEOUT;

        /** Whether it counts against the limit. */
        public boolean isUnderWay() {
            return this == SCHEDULED || this == RUNNING;
        }
    }

    /**
     * What it tells.
     *
     * @param rows values by column, absent ones left out, with {@code @ptr} in those that are events
     * @param bytes of the messages scanned
     */
    public record Found(State state, List<Map<String, String>> rows, long matched, long scanned, long bytes) {}

    InsightsQuery(String id, Queries.Question question, Execution execution, Instant created, long bytesPerSecond) {
        this.id = id;
        this.question = question;
        this.execution = execution;
        this.created = created;
        this.bytesPerSecond = bytesPerSecond;
    }

    public String id() {
        return id;
    }

    public Queries.Question question() {
        return question;
    }

    /** By the world's clock. */
    public Instant created() {
        return created;
    }

    /** Where it stands: over when all has been scanned and as much simulated time is over as that takes. */
    public State state(Instant now) {
        if (cancelled) {
            return State.CANCELLED;
        }
        if (timedOut) {
            return State.TIMEOUT;
        }
        long elapsed = Duration.between(created, now).toMillis();
        if (elapsed < SCHEDULED_MILLIS) {
            return State.SCHEDULED;
        }
        return scanned.getCount() == 0 && elapsed >= SCHEDULED_MILLIS + takes() ? State.COMPLETE : State.RUNNING;
    }

    private long takes() {
        synchronized (execution) {
            return Math.max(LEAST_MILLIS, execution.bytes() * 1_000 / bytesPerSecond);
        }
    }

    /** What it has found by then; a part while it runs. */
    public Found found(Instant now) {
        State state = state(now);
        if (state == State.SCHEDULED) {
            return new Found(state, List.of(), 0, 0, 0);
        }
        double share = state == State.RUNNING
                ? Math.min(1, (Duration.between(created, now).toMillis() - SCHEDULED_MILLIS) / (double) takes())
                : 1;
        synchronized (execution) {
            List<Map<String, String>> rows =
                    execution.lines().stream().map(Execution.Line::cells).toList();
            return new Found(
                    state,
                    rows.subList(0, (int) (rows.size() * share)),
                    (long) (execution.matched() * share),
                    (long) (execution.scanned() * share),
                    (long) (execution.bytes() * share));
        }
    }

    /** Stops it; false when it was over. */
    public boolean cancel(Instant now) {
        if (!state(now).isUnderWay()) {
            return false;
        }
        cancelled = true;
        return true;
    }

    /**
     * Waits until all has been scanned, whatever the world's clock says: for tests.
     *
     * @return false when that took too long
     */
    public boolean awaitScan(Duration longest) throws InterruptedException {
        return scanned.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    Execution execution() {
        return execution;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void done(boolean inTime) {
        timedOut = !inTime;
        scanned.countDown();
    }
}
