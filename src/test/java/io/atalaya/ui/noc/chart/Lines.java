package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Lines for tests: a value each minute. */
final class Lines {
    static final Instant FROM = Instant.parse("2026-11-24T18:03:00Z");

    private Lines() {}

    static MetricId id(String name) {
        return new MetricId("AWS/EC2", "CPUUtilization", Map.of("InstanceId", name), "Average");
    }

    static MetricSeries measured(String name, int minutes, IntToDoubleFunction value, IntPredicate missing) {
        var points = IntStream.range(0, minutes)
                .filter(i -> !missing.test(i))
                .mapToObj(i -> new MetricPoint(FROM.plusSeconds(60L * i), value.applyAsDouble(i)))
                .toList();
        return new MetricSeries(id(name), 60, points, false);
    }

    static ChartSeries line(String name, String unit, int minutes, IntToDoubleFunction value, IntPredicate missing) {
        return ChartSeries.of(name, unit, 1, measured(name, minutes, value, missing));
    }

    static ChartSeries line(String name, int minutes, IntToDoubleFunction value) {
        return line(name, "%", minutes, value, i -> false);
    }

    static ChartPicture picture(int minutes, ChartSeries... lines) {
        var to = FROM.plusSeconds(60L * minutes);
        return new ChartPicture(FROM, to, to, List.of(lines), List.of(), List.of(), List.of(), List.of());
    }
}
