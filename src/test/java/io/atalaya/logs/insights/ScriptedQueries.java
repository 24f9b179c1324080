package io.atalaya.logs.insights;

import io.atalaya.deployment.Problem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as told, and keeps what was asked. */
final class ScriptedQueries implements InsightsQueries {
    final List<String> calls = new ArrayList<>();
    final Deque<Results> results = new ArrayDeque<>();
    Started started = new Started.Query("q1");
    Written written = new Written.Bytes(Map.of());

    static Problem problem(Problem.Kind kind) {
        return new Problem(kind, "logs:GetQueryResults", "Code", "words", null, null, Instant.EPOCH);
    }

    static Results found(Phase phase, double matched) {
        return new Results.Found(phase, ResultTable.EMPTY, new Statistics(matched, 10, 100));
    }

    /** Rows of values, {@code null} where a row has none. */
    static ResultTable table(List<String> fields, String[]... rows) {
        var made = new ArrayList<ResultTable.Row>();
        for (var row : rows) {
            made.add(new ResultTable.Row(made.size(), Arrays.asList(row), null));
        }
        return new ResultTable(fields, made);
    }

    @Override
    public Started start(InsightsQuery query) {
        calls.add("start");
        return started;
    }

    @Override
    public Results results(String id) {
        calls.add("results " + id);
        var next = results.size() > 1 ? results.poll() : results.peek();
        return next == null ? found(Phase.RUNNING, 0) : next;
    }

    @Override
    public Optional<Problem> stop(String id) {
        calls.add("stop " + id);
        return Optional.empty();
    }

    @Override
    public Written written(List<String> groups, Instant from, Instant to) {
        calls.add("written");
        return written;
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
