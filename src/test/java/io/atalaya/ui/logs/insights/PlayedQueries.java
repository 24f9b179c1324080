package io.atalaya.ui.logs.insights;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.InsightsQueries;
import io.atalaya.logs.insights.InsightsQuery;
import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CloudWatch whose next answer is set by hand. */
final class PlayedQueries implements InsightsQueries {
    final List<InsightsQuery> started = new ArrayList<>();
    final List<String> stopped = new ArrayList<>();
    Results next = new Results.Found(Phase.RUNNING, ResultTable.EMPTY, Statistics.NONE);

    void found(Phase phase, ResultTable table) {
        next = new Results.Found(phase, table, new Statistics(1234, 25_111, 12_900_000));
    }

    static ResultTable table(List<String> fields, List<String[]> rows) {
        var made = new ArrayList<ResultTable.Row>();
        for (var row : rows) {
            made.add(new ResultTable.Row(made.size(), Arrays.asList(row), "ptr" + made.size()));
        }
        return new ResultTable(fields, made);
    }

    @Override
    public Started start(InsightsQuery query) {
        started.add(query);
        return new Started.Query("q" + started.size());
    }

    @Override
    public Results results(String id) {
        return next;
    }

    @Override
    public Optional<Problem> stop(String id) {
        stopped.add(id);
        return Optional.empty();
    }

    @Override
    public Written written(List<String> groups, Instant from, Instant to) {
        var bytes = new HashMap<String, Double>();
        double hours = (to.toEpochMilli() - from.toEpochMilli()) / 3_600_000.0;
        groups.forEach(it -> bytes.put(it, hours * 400_000_000));
        return new Written.Bytes(bytes);
    }

    @Override
    public Map<String, String> record(String pointer) {
        return Map.of();
    }

    @Override
    public List<Remembered> running() {
        return List.of();
    }
}
