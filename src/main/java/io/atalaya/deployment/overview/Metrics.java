package io.atalaya.deployment.overview;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The metrics of a snapshot by name, and ways to see several of them as one. */
public final class Metrics {
    private final Map<String, List<MetricSeries>> byName = new HashMap<>();

    public Metrics(Deployment deployment) {
        for (var series : deployment.items(Parts.METRICS)) {
            byName.computeIfAbsent(series.id().namespace() + " " + series.id().metric(), unused -> new ArrayList<>())
                    .add(series);
        }
    }

    /** All series of a metric, whatever their dimensions and statistic. */
    public List<MetricSeries> all(String namespace, String metric) {
        return byName.getOrDefault(namespace + " " + metric, List.of());
    }

    /** The series of a metric with this statistic; all of them where none has it. */
    public List<MetricSeries> all(String namespace, String metric, String statistic) {
        var every = all(namespace, metric);
        var exact = every.stream()
                .filter(each -> each.id().statistic().equals(statistic))
                .toList();
        return exact.isEmpty() ? every : exact;
    }

    /** The newest value of the series with this dimension. */
    public Optional<MetricPoint> last(String namespace, String metric, String dimension, String value) {
        return all(namespace, metric).stream()
                .filter(each -> value.equals(each.id().dimensions().get(dimension)))
                .flatMap(each -> each.points().stream())
                .max(Comparator.comparing(MetricPoint::at));
    }

    /**
     * Several series as one, period by period.
     *
     * @param together how two values of the same period become one: sum for counts, the greater for latencies
     */
    public static List<MetricPoint> merge(List<MetricSeries> series, DoubleBinaryOperator together) {
        var byTime = new TreeMap<Instant, Double>();
        series.forEach(each ->
                each.points().forEach(point -> byTime.merge(point.at(), point.value(), together::applyAsDouble)));
        return byTime.entrySet().stream()
                .map(each -> new MetricPoint(each.getKey(), each.getValue()))
                .toList();
    }

    /** Zero at every time of {@code alive} at which {@code sparse} has nothing. */
    static List<MetricPoint> zeroWhereAbsent(List<MetricPoint> sparse, List<MetricPoint> alive) {
        var byTime = new TreeMap<Instant, Double>();
        alive.forEach(point -> byTime.put(point.at(), 0.0));
        sparse.forEach(point -> byTime.put(point.at(), point.value()));
        return byTime.entrySet().stream()
                .map(each -> new MetricPoint(each.getKey(), each.getValue()))
                .toList();
    }

    static @Nullable MetricPoint newest(List<MetricPoint> points) {
        return points.isEmpty() ? null : points.getLast();
    }
}
