package io.atalaya.aws.readers;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Several metrics over the same time in one GetMetricData. */
final class MetricFetch {
    private static final int BASIC_MONITORING_SECONDS = 300;

    private MetricFetch() {}

    /**
     * One series for each metric, in their order; without points where CloudWatch has none.
     *
     * @param ids at most {@link KeyFigures#MOST}
     */
    static List<MetricSeries> of(
            CloudWatchClient client, List<MetricId> ids, Instant from, Instant to, int periodSeconds) {
        var found = new HashMap<String, Found>();
        var queries = queries(ids, periodSeconds);
        client.getMetricDataPaginator(r ->
                        r.metricDataQueries(queries).startTime(from).endTime(to).scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .forEach(answer -> answer.metricDataResults()
                        .forEach(result -> found.computeIfAbsent(Absent.text(result.id()), id -> new Found())
                                .add(result)));
        var series = new ArrayList<MetricSeries>();
        for (var i = 0; i < ids.size(); i++) {
            series.add(found.getOrDefault("m" + i, new Found()).series(ids.get(i), periodSeconds));
        }
        return series;
    }

    private static List<MetricDataQuery> queries(List<MetricId> ids, int periodSeconds) {
        var queries = new ArrayList<MetricDataQuery>();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            queries.add(MetricDataQuery.builder()
                    .id("m" + i)
                    .metricStat(stat -> stat.stat(id.statistic())
                            .period(periodSeconds)
                            .metric(m -> m.namespace(id.namespace())
                                    .metricName(id.metric())
                                    .dimensions(dimensions(id.dimensions()))))
                    .returnData(true)
                    .build());
        }
        return queries;
    }

    private static List<Dimension> dimensions(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(d ->
                        Dimension.builder().name(d.getKey()).value(d.getValue()).build())
                .toList();
    }

    /** The points of one metric, which may come in several pages. */
    private static final class Found {
        private final List<MetricPoint> points = new ArrayList<>();
        private boolean partial;

        void add(MetricDataResult result) {
            var times = result.timestamps();
            var values = result.values();
            for (var i = 0; i < Math.min(times.size(), values.size()); i++) {
                points.add(new MetricPoint(times.get(i), values.get(i)));
            }
            // PartialData is said of every page but the last
            partial = result.statusCode() != null && result.statusCode() != StatusCode.COMPLETE;
        }

        MetricSeries series(MetricId id, int periodSeconds) {
            points.sort(Comparator.comparing(MetricPoint::at));
            return new MetricSeries(
                    id, id.namespace().equals("AWS/EC2") ? monitoring(periodSeconds) : periodSeconds, points, partial);
        }

        /** EC2 does not say with the points whether an instance is monitored each minute: the points do. */
        private int monitoring(int periodSeconds) {
            var shortest = BASIC_MONITORING_SECONDS;
            for (var i = 1; i < points.size(); i++) {
                var gap = (int)
                        Duration.between(points.get(i - 1).at(), points.get(i).at())
                                .toSeconds();
                shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
            }
            return Math.max(periodSeconds, shortest);
        }
    }
}
