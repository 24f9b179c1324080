package io.atalaya.logs.insights;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.InsightsQueries.Phase;
import io.atalaya.logs.insights.InsightsQueries.Results;
import io.atalaya.logs.insights.InsightsQueries.Started;
import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One query from its start to its end: asks for results ever more rarely (0.3 s to 2 s, to 10 s while it is refused), and sees to
 * it that CloudWatch does not go on when nobody waits any more.
 */
public final class InsightsRun {
    static final Duration FIRST = Duration.ofMillis(300);
    static final Duration SLOWEST = Duration.ofSeconds(2);
    static final Duration REFUSED = Duration.ofSeconds(10);
    private static final int MOST_FAILURES = 8;

    private final InsightsQuery query;
    private final InsightsQueries queries;
    private final Scheduler scheduler;
    private final Executor background;
    private final Consumer<RunState> told;
    private Duration pause = FIRST;
    private int failures;
    private @Nullable String id;
    private RunState state = new RunState.Starting();
    private boolean stopWanted;
    private boolean stopSent;

    /**
     * @param background where calls that block are made, one after another for this run
     * @param told every state there is, on that executor's threads
     */
    InsightsRun(
            InsightsQuery query,
            InsightsQueries queries,
            Scheduler scheduler,
            Executor background,
            Consumer<RunState> told) {
        this.query = query;
        this.queries = queries;
        this.scheduler = scheduler;
        this.background = background;
        this.told = told;
    }

    public InsightsQuery query() {
        return query;
    }

    public synchronized RunState state() {
        return state;
    }

    void begin() {
        later(() -> {
            switch (queries.start(query)) {
                case Started.Query it -> started(it.id());
                case Started.Failed it -> become(new RunState.Failed(it.problem()));
            }
        });
    }

    private void started(String query) {
        boolean stop;
        synchronized (this) {
            id = query;
            stop = stopWanted;
        }
        if (stop) {
            stop(query);
        }
        again(FIRST);
    }

    /** Ends the query, also in CloudWatch; what was found stays. Returns at once. */
    public void cancel() {
        String running;
        synchronized (this) {
            if (stopWanted || state.over()) {
                return;
            }
            stopWanted = true;
            running = id;
        }
        if (running != null) {
            later(() -> stop(running));
        }
    }

    /** The same on the calling thread, for ends that do not wait for others: at most one call. */
    void stopNow() {
        String running;
        synchronized (this) {
            stopWanted = true;
            running = state.over() ? null : id;
        }
        if (running != null) {
            stop(running);
        }
    }

    private void stop(String running) {
        synchronized (this) {
            if (stopSent) {
                return;
            }
            stopSent = true;
        }
        queries.stop(running); // refused, it is over by itself within the hour: the next results tell
    }

    private void look() {
        String running;
        synchronized (this) {
            running = id;
            if (running == null || state.over()) {
                return;
            }
        }
        switch (queries.results(running)) {
            case Results.Found it -> found(it);
            case Results.Failed it -> refused(it.problem());
        }
    }

    private void found(Results.Found found) {
        failures = 0;
        if (found.phase().over()) {
            become(new RunState.Ended(found.phase(), found.table(), found.statistics()));
            return;
        }
        boolean stopping;
        synchronized (this) {
            stopping = stopSent;
        }
        become(
                stopping
                        ? new RunState.Ended(Phase.CANCELLED, found.table(), found.statistics())
                        : new RunState.Running(found.phase(), found.table(), found.statistics()));
        pause = pause.multipliedBy(3).dividedBy(2);
        again(pause.compareTo(SLOWEST) > 0 ? SLOWEST : pause);
    }

    private void refused(Problem problem) {
        if (!problem.kind().retryable() || ++failures >= MOST_FAILURES) {
            become(new RunState.Failed(problem));
            stopNow();
            return;
        }
        pause = pause.multipliedBy(2);
        again(pause.compareTo(REFUSED) > 0 ? REFUSED : pause);
    }

    private void again(Duration delay) {
        if (!state().over()) {
            scheduler.after(delay, () -> later(this::look));
        }
    }

    private void become(RunState next) {
        synchronized (this) {
            if (state.over()) {
                return;
            }
            state = next;
        }
        told.accept(next);
    }

    private void later(Runnable task) {
        try {
            background.execute(task);
        } catch (RejectedExecutionException closing) {
            stopNow(); // the connection goes: what was started must not go on
        }
    }
}
