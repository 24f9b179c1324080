package io.atalaya.logs.insights;

import io.atalaya.deployment.LogGroup;
import io.atalaya.watch.Scheduler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Logs Insights of one connection. Closing it ends what is still asked, in CloudWatch too. */
public final class Insights implements AutoCloseable {
    private final InsightsQueries queries;
    private final QueryHistory history;
    private final String region;
    private final Scheduler scheduler;
    private final Executor background;
    private final InstantSource clock;
    private final Set<InsightsRun> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param region whose prices hold
     * @param background where calls that block are made
     */
    public Insights(
            InsightsQueries queries,
            QueryHistory history,
            String region,
            Scheduler scheduler,
            Executor background,
            InstantSource clock) {
        this.queries = queries;
        this.history = history;
        this.region = region;
        this.scheduler = scheduler;
        this.background = background;
        this.clock = clock;
    }

    public QueryHistory history() {
        return history;
    }

    /**
     * Asks.
     *
     * @param told every state there is, on threads of the background
     */
    public InsightsRun start(InsightsQuery query, Consumer<RunState> told) {
        var made = new InsightsRun[1];
        var run = new InsightsRun(query, queries, scheduler, background, state -> {
            if (state.over()) {
                runs.remove(made[0]);
            }
            told.accept(state);
        });
        made[0] = run;
        runs.add(run);
        if (closed) {
            run.cancel();
        }
        history.add(new QueryHistory.Entry(query.text(), query.groups(), clock.instant()));
        run.begin();
        return run;
    }

    /** What a query of these groups over that span would scan and cost; told on a thread of the background. */
    public void estimate(List<LogGroup> groups, Instant from, Instant to, Consumer<Estimate> told) {
        try {
            background.execute(() -> {
                var names = groups.stream().map(LogGroup::arn).toList();
                var written = groups.isEmpty()
                        ? new InsightsQueries.Written.Bytes(java.util.Map.of())
                        : queries.written(names, from, to);
                told.accept(Estimate.of(groups, from, to, written, region, clock.instant()));
            });
        } catch (RejectedExecutionException closing) {
            closed = true; // nobody waits for it
        }
    }

    /**
     * Where the event of a row stands. A row that does not say is looked up by its pointer.
     *
     * @param groups that were asked
     * @param told on a thread of the background; empty where it cannot be known
     */
    public void place(ResultTable table, ResultTable.Row row, List<String> groups, Consumer<Optional<RawPlace>> told) {
        var said = RawPlace.of(table, row, groups);
        var pointer = row.pointer();
        boolean whole = said.filter(it -> !it.stream().isEmpty()).isPresent();
        try {
            background.execute(() -> told.accept(
                    whole || pointer == null
                            ? said
                            : RawPlace.of(queries.record(pointer), groups).or(() -> said)));
        } catch (RejectedExecutionException closing) {
            closed = true; // nobody waits for it
        }
    }

    /** Ends what is still asked; sends at most one StopQuery for each, on this thread, and returns. */
    @Override
    public void close() {
        closed = true;
        runs.forEach(InsightsRun::stopNow);
        runs.clear();
    }
}
