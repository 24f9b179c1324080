package io.atalaya.noc.history;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.noc.items.Board;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes what the board shows and has it written, in batches and elsewhere: {@link #observe} never waits for a disk. A value is
 * written once, and again only where it was changed.
 */
public final class HistoryWriter {
    /** CloudWatch changes its last minutes; what is older does not come again. */
    private static final Duration CHANGING = Duration.ofMinutes(20);

    /** Longer than the line that a board shows. */
    private static final Duration GONE = Duration.ofHours(2);

    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    /** Of a disk that does not write for a while: a few minutes of a large deployment. */
    private static final int MOST_WAITING = 200_000;

    private final MetricHistory history;
    private final DeploymentKey deployment;
    private final Executor disk;
    private final Map<String, TreeMap<Instant, Double>> told = new HashMap<>();
    private final List<Sample> waiting = new ArrayList<>();
    private boolean writing;
    private long lost;
    private Instant tidied = Instant.MIN;
    private @Nullable Problem problem;

    /** @param disk runs what blocks, one after the other or not */
    public HistoryWriter(MetricHistory history, DeploymentKey deployment, Executor disk) {
        this.history = history;
        this.deployment = deployment;
        this.disk = disk;
    }

    /** Takes what is new on the board. Quick, on any thread. */
    public void observe(Board board) {
        board.items().forEach(tile -> tile.readings().forEach(each -> take(each.key(), each.line())));
        write(board.at());
    }

    /** Takes the values of one series, oldest first; {@link #write} has them written. */
    synchronized void take(String series, List<MetricPoint> line) {
        line.forEach(point -> take(series, point.at(), point.value()));
    }

    synchronized void write(Instant now) {
        told.values().removeIf(times -> times.lastKey().isBefore(now.minus(GONE)));
        told.values().forEach(times -> times.headMap(earlier(times.lastKey(), now.minus(CHANGING)))
                .clear());
        if (!waiting.isEmpty() && !writing) {
            writing = true;
            var begun = false;
            try {
                disk.execute(() -> append(now));
                begun = true;
            } finally {
                writing = begun && writing; // a disk that takes no more is not waited for
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void take(String series, Instant at, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        var times = told.computeIfAbsent(series, key -> new TreeMap<>());
        var last = times.isEmpty() ? Instant.MIN : times.lastKey();
        // what is older than all that is remembered was told before, or it is the first look
        var known = times.get(at);
        var news = known == null ? at.isAfter(last) || !times.headMap(at).isEmpty() : known != value;
        if (news) {
            times.put(at, value);
            if (waiting.size() < MOST_WAITING) {
                waiting.add(new Sample(series, at, value));
            } else {
                lost++;
            }
        }
    }

    private void append(Instant now) {
        List<Sample> batch;
        boolean due;
        synchronized (this) {
            batch = List.copyOf(waiting);
            waiting.clear();
            due = tidied.isBefore(now.minus(TIDY_EVERY));
            if (due) {
                tidied = now;
            }
        }
        String failed = "it was cut off";
        var kept = false;
        try {
            history.append(deployment, batch, now);
            kept = true;
            if (due) {
                history.tidy(now);
            }
            failed = null;
        } catch (HistoryException e) {
            failed = String.valueOf(e.getMessage());
        } catch (RuntimeException fault) {
            failed = fault.toString();
            LoggerFactory.getLogger(HistoryWriter.class).error("what was measured could not be kept", fault);
        } finally {
            written(batch, kept, failed, now);
        }
    }

    /** Whatever came of it, the next batch is written. */
    private synchronized void written(List<Sample> batch, boolean kept, @Nullable String failed, Instant now) {
        writing = false;
        problem = failed == null ? null : new Problem(failed, problem == null ? now : problem.since());
        if (!kept && waiting.size() + batch.size() <= MOST_WAITING) {
            waiting.addAll(0, batch);
        } else if (!kept) {
            lost += batch.size();
        }
    }

    /**
     * Why what is measured is not kept.
     *
     * @param said in the words of whatever failed
     * @param since the first batch that was not written, or not put in order
     */
    public record Problem(String said, Instant since) {}

    /** Why the last batch was not written, or not put in order; empty when it was. */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** How many values could not be kept at all. */
    public synchronized long lost() {
        return lost;
    }
}
