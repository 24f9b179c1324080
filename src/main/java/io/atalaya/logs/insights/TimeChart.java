package io.atalaya.logs.insights;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Results over time, where a query counted by {@code bin()}.
 *
 * @param times beginnings of the spans, milliseconds since the epoch, ascending and without gaps
 * @param step their length in milliseconds
 * @param lines at most {@link #MOST_LINES}, the largest first where there were more
 * @param left how many lines are not shown
 */
public record TimeChart(List<Long> times, long step, List<Line> lines, int left) {
    /** More cannot be told apart. */
    public static final int MOST_LINES = 8;

    private static final int MOST_POINTS = 2_000;

    /** How Logs Insights writes times: in UTC. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    /**
     * A line or row of bars.
     *
     * @param name of the field, with the values it is grouped by
     * @param values one for each time; NaN where there is none
     */
    public record Line(String name, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public TimeChart {
        times = List.copyOf(times);
        lines = List.copyOf(lines);
    }

    /** The moment of a value such as {@code 2026-11-22 18:00:00.000}, in UTC; empty for others. */
    public static Optional<Instant> time(String value) {
        if (value.length() < 19 || value.length() > 29 || value.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(value, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Empty where the query has no {@code bin()}, or found nothing that could be drawn. */
    public static Optional<TimeChart> of(String query, ResultTable table) {
        int time = timeColumn(query, table);
        if (time < 0) {
            return Optional.empty();
        }
        var numeric = new ArrayList<Integer>();
        var grouping = new ArrayList<Integer>();
        for (int column = 0; column < table.fields().size(); column++) {
            if (column != time) {
                (numbers(table, column) ? numeric : grouping).add(column);
            }
        }
        if (numeric.isEmpty() && grouping.size() > 0) {
            return Optional.empty();
        }
        Map<String, Map<Long, Double>> series = new LinkedHashMap<>();
        var times = new TreeSet<Long>();
        for (var row : table.rows()) {
            var at = row.values().get(time);
            var moment = at == null ? Optional.<Instant>empty() : time(at);
            moment.ifPresent(it -> {
                times.add(it.toEpochMilli());
                for (int column : numeric) {
                    var value = row.values().get(column);
                    if (value != null) {
                        series.computeIfAbsent(name(table, row, column, numeric, grouping), k -> new HashMap<>())
                                .put(it.toEpochMilli(), Double.parseDouble(value));
                    }
                }
            });
        }
        return times.isEmpty() || series.isEmpty() ? Optional.empty() : Optional.of(laid(times, series));
    }

    private static TimeChart laid(TreeSet<Long> times, Map<String, Map<Long, Double>> series) {
        long step = Long.MAX_VALUE;
        long before = Long.MIN_VALUE;
        for (long each : times) {
            step = before == Long.MIN_VALUE ? step : Math.min(step, each - before);
            before = each;
        }
        step = step == Long.MAX_VALUE ? 60_000 : step;
        var all = new ArrayList<Long>();
        boolean even = (times.last() - times.first()) / step < MOST_POINTS;
        if (even) {
            for (long each = times.first(); each <= times.last(); each += step) {
                all.add(each);
            }
        } else {
            all.addAll(times);
        }
        var names = new ArrayList<>(series.keySet());
        if (names.size() > MOST_LINES) {
            names.sort(Collections.reverseOrder(
                    java.util.Comparator.comparingDouble(it -> sum(series.getOrDefault(it, Map.of())))));
        }
        var lines = names.stream()
                .limit(MOST_LINES)
                .map(name -> new Line(
                        name,
                        all.stream()
                                .map(at -> series.getOrDefault(name, Map.of()).getOrDefault(at, Double.NaN))
                                .toList()))
                .toList();
        return new TimeChart(all, step, lines, Math.max(0, names.size() - MOST_LINES));
    }

    private static double sum(Map<Long, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String name(
            ResultTable table, ResultTable.Row row, int column, List<Integer> numeric, List<Integer> grouping) {
        if (grouping.isEmpty()) {
            return table.fields().get(column);
        }
        var words = new ArrayList<String>();
        grouping.forEach(it -> words.add(String.valueOf(row.values().get(it))));
        if (numeric.size() > 1) {
            words.add(table.fields().get(column));
        }
        return String.join(" · ", words);
    }

    private static int timeColumn(String query, ResultTable table) {
        if (!query.toLowerCase(Locale.ROOT).contains("bin(")) {
            return -1;
        }
        for (int column = 0; column < table.fields().size(); column++) {
            if (table.fields().get(column).startsWith("bin(")) {
                return column;
            }
        }
        for (int column = 0; column < table.fields().size(); column++) { // by bin(5m) as when
            int it = column;
            boolean times = !table.rows().isEmpty()
                    && !table.fields().get(column).startsWith("@")
                    && table.rows().stream().limit(50).allMatch(row -> {
                        var value = row.values().get(it);
                        return value != null && time(value).isPresent();
                    });
            if (times) {
                return column;
            }
        }
        return -1;
    }

    /** Whether every value is a number, and there is one. */
    static boolean numbers(ResultTable table, int column) {
        boolean any = false;
        for (var row : table.rows()) {
            var value = row.values().get(column);
            if (value != null && !number(value)) {
                return false;
            }
            any |= value != null;
        }
        return any;
    }

    private static boolean number(String value) {
        if (value.isEmpty() || value.length() > 40 || "-.0123456789".indexOf(value.charAt(0)) < 0) {
            return false;
        }
        char last = value.charAt(value.length() - 1);
        if (last < '0' || last > '9') {
            return false; // 1d, 1f are numbers to Java alone
        }
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
