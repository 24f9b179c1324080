package io.atalaya.sandbox.world.insights;

import io.atalaya.sandbox.world.logs.LogGroup;
import io.atalaya.sandbox.world.logs.Logs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The Logs Insights queries of a region. Started and asked under the lock of the world; they scan beside it, a little at a time. */
public final class Queries implements AutoCloseable {
    /** So many may run at a time. */
    public static final int MOST_RUNNING = 30;

    private static final long ORDINARY_SPEED = 100L << 20;

    private final Logs logs;
    private final String account;
    private final Consumer<Runnable> locked;
    private final Supplier<Instant> now;
    private final Executor executor;
    private final Map<String, InsightsQuery> queries = new LinkedHashMap<>();
    private volatile long bytesPerSecond = ORDINARY_SPEED;
    private volatile int mostRunning = MOST_RUNNING;
    private volatile boolean closed;

    /**
     * @param locked runs something under the lock of the world
     * @param now the world's present
     * @param executor scans
     */
    public Queries(Logs logs, String account, Consumer<Runnable> locked, Supplier<Instant> now, Executor executor) {
        this.logs = logs;
        this.account = account;
        this.locked = locked;
        this.now = now;
        this.executor = executor;
    }

    /**
     * What is asked.
     *
     * @param from seconds since the epoch, included
     * @param to seconds since the epoch, included
     * @param limit of rows
     */
    public record Question(List<LogGroup> groups, String text, long from, long to, int limit) {}

    /**
     * Starts a query; empty when too many are running.
     *
     * @throws MalformedQuery when it is none
     */
    public Optional<InsightsQuery> start(String id, Question question) {
        var execution = new Execution(Parser.parse(question.text()), account, question.limit());
        if (queries.values().stream()
                        .filter(q -> q.state(now.get()).isUnderWay())
                        .count()
                >= mostRunning) {
            return Optional.empty();
        }
        var query = new InsightsQuery(id, question, execution, now.get(), bytesPerSecond);
        queries.put(id, query);
        executor.execute(new Scan(logs, query, locked, now, () -> closed));
        return Optional.of(query);
    }

    public Optional<InsightsQuery> find(String id) {
        return Optional.ofNullable(queries.get(id));
    }

    /** Newest first. */
    public List<InsightsQuery> all() {
        return new ArrayList<>(queries.values()).reversed();
    }

    /** How much is scanned in a second of simulated time: slow queries for tests. Of those that begin from now on. */
    public void speed(long newBytesPerSecond) {
        bytesPerSecond = newBytesPerSecond;
    }

    /** How many may run at a time. */
    public void limit(int newMostRunning) {
        mostRunning = newMostRunning;
    }

    /** Ends every scan. */
    @Override
    public void close() {
        closed = true;
    }
}
