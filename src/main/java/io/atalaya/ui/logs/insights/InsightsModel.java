package io.atalaya.ui.logs.insights;

import io.atalaya.deployment.LogGroup;
import io.atalaya.logs.insights.Estimate;
import io.atalaya.logs.insights.Insights;
import io.atalaya.logs.insights.InsightsQuery;
import io.atalaya.logs.insights.InsightsRun;
import io.atalaya.logs.insights.QueryHistory;
import io.atalaya.logs.insights.QueryLint;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.RunState;
import io.atalaya.logs.insights.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** One query of a window: its text, groups and time, what it would cost, and what became of it. On the screen's thread. */
public final class InsightsModel {
    private final Insights insights;
    private final InstantSource clock;
    private final Executor screen;
    private final StringProperty text =
            new SimpleStringProperty(this, "text", Samples.all().getFirst().text());
    private final ObjectProperty<QueryRange> range =
            new SimpleObjectProperty<>(this, "range", new QueryRange.Last(Duration.ofHours(1)));
    private final ObservableSet<String> chosen = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<List<LogGroup>> groups = new ReadOnlyObjectWrapper<>(this, "groups", List.of());
    private final ReadOnlyObjectWrapper<List<QueryLint.Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Estimate> estimate = new ReadOnlyObjectWrapper<>(this, "estimate");
    private final ReadOnlyObjectWrapper<@Nullable RunState> state = new ReadOnlyObjectWrapper<>(this, "state");
    private @Nullable InsightsRun run;
    private @Nullable Instant begun;
    private @Nullable Instant ended;
    private long estimates;

    /**
     * @param screen the JavaFX thread
     */
    public InsightsModel(Insights insights, InstantSource clock, Executor screen) {
        this.insights = insights;
        this.clock = clock;
        this.screen = screen;
        text.subscribe(it -> findings.set(QueryLint.of(it)));
        range.addListener(it -> estimate());
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<QueryRange> rangeProperty() {
        return range;
    }

    ReadOnlyObjectProperty<List<LogGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<QueryLint.Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What the query would scan; null while that is asked, and where no group is chosen. */
    ReadOnlyObjectProperty<@Nullable Estimate> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Of the query that was sent last; null before the first. */
    ReadOnlyObjectProperty<@Nullable RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Calls whenever other groups are chosen. */
    void onChoice(Runnable told) {
        chosen.addListener((javafx.collections.SetChangeListener<String>) change -> told.run());
    }

    /** Names of groups. */
    Set<String> chosen() {
        return Set.copyOf(chosen);
    }

    QueryHistory history() {
        return insights.history();
    }

    /** The groups there are, as the deployment knows them. */
    void offer(List<LogGroup> known) {
        if (!known.equals(groups.get())) {
            groups.set(
                    known.stream().sorted(Comparator.comparing(LogGroup::name)).toList());
        }
    }

    /** Asks of these from elsewhere: {@code arns} or names of groups, over a span that a tail leaves to Insights. */
    public void ask(Set<String> arns, Instant from, Instant to) {
        chosen.clear();
        arns.forEach(it -> chosen.add(it.contains(":log-group:") ? it.substring(it.indexOf(":log-group:") + 11) : it));
        range.set(new QueryRange.Between(from, to));
        estimate();
    }

    /** Chooses a group, or no longer; one too many is refused. */
    boolean choose(String name, boolean wanted) {
        if (wanted && !chosen.contains(name) && chosen.size() >= InsightsQuery.MOST_GROUPS) {
            return false;
        }
        if (wanted ? chosen.add(name) : chosen.remove(name)) {
            estimate();
        }
        return true;
    }

    /** Takes up an earlier query. */
    void take(QueryHistory.Entry entry) {
        text.set(entry.text());
        var known = entry.groups().stream()
                .map(it -> it.contains(":log-group:") ? it.substring(it.indexOf(":log-group:") + 11) : it)
                .filter(it ->
                        groups.get().stream().anyMatch(group -> group.name().equals(it)))
                .collect(Collectors.toSet());
        if (!known.isEmpty()) {
            chosen.retainAll(known);
            chosen.addAll(known);
            estimate();
        }
    }

    private List<LogGroup> wanted() {
        return groups.get().stream().filter(it -> chosen.contains(it.name())).toList();
    }

    void estimate() {
        long number = ++estimates;
        estimate.set(null);
        var now = clock.instant();
        var wanted = wanted();
        if (!wanted.isEmpty()) {
            insights.estimate(
                    wanted,
                    range.get().from(now),
                    range.get().to(now),
                    made -> screen.execute(() -> {
                        if (number == estimates) {
                            estimate.set(made);
                        }
                    }));
        }
    }

    boolean running() {
        var now = state.get();
        return now != null && !now.over();
    }

    /** Whether there is something that could be sent. */
    boolean ready() {
        return !running() && !wanted().isEmpty() && findings.get().isEmpty();
    }

    void run() {
        if (!ready()) {
            return;
        }
        var now = clock.instant();
        var query = new InsightsQuery(
                text.get(),
                wanted().stream().map(InsightsModel::identifier).toList(),
                range.get().from(now),
                range.get().to(now));
        begun = now;
        ended = null;
        var made = new ArrayList<InsightsRun>(1);
        state.set(new RunState.Starting());
        run = insights.start(
                query,
                told -> screen.execute(() -> {
                    if (made.isEmpty() || made.getFirst() == run) {
                        ended = told.over() ? clock.instant() : null;
                        state.set(told);
                    }
                }));
        made.add(run);
    }

    private static String identifier(LogGroup group) {
        return group.arn().endsWith(":*") ? group.arn().substring(0, group.arn().length() - 2) : group.arn();
    }

    /** Where a row of the last query stands in its log. */
    void place(ResultTable table, ResultTable.Row row, Consumer<Optional<RawPlace>> told) {
        if (run != null) {
            insights.place(table, row, run.query().groups(), it -> screen.execute(() -> told.accept(it)));
        }
    }

    void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** The query that was sent last. */
    @Nullable
    InsightsQuery asked() {
        return run == null ? null : run.query();
    }

    /** How long the last query has taken, or took. */
    Duration took() {
        return begun == null ? Duration.ZERO : Duration.between(begun, ended == null ? clock.instant() : ended);
    }

    /** The window goes: what runs is ended. */
    public void close() {
        cancel();
    }
}
