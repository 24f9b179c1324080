package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * The last hour of the {@link KeyFigures}, minute by minute, in one GetMetricData for all. Instances without detailed
 * monitoring have a point every five minutes.
 */
final class MetricsReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofMinutes(60);
    private static final int PERIOD_SECONDS = 60;
    private static final int BASIC_MONITORING_SECONDS = 300;

    private final Clients clients;
    private final InstantSource clock;

    MetricsReader(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.METRICS,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.MINUTE,
                Set.of(),
                Set.of(Parts.LOAD_BALANCERS, Parts.TARGET_GROUPS, Parts.INSTANCES, Parts.DATABASES, Parts.FILE_SYSTEMS),
                true,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) {
        var ids = KeyFigures.of(known);
        if (ids.isEmpty()) {
            return;
        }
        // whole minutes: CloudWatch keeps points by them, and the minute that is not over would look like a drop
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var found = new HashMap<String, Found>();
        var queries = queries(ids);
        clients.cloudWatch()
                .getMetricDataPaginator(r -> r.metricDataQueries(queries)
                        .startTime(end.minus(SPAN))
                        .endTime(end)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING))
                .forEach(answer -> answer.metricDataResults()
                        .forEach(result -> found.computeIfAbsent(Absent.text(result.id()), id -> new Found())
                                .add(result)));
        var series = new ArrayList<MetricSeries>();
        for (var i = 0; i < ids.size(); i++) {
            series.add(found.getOrDefault("m" + i, new Found()).series(ids.get(i)));
        }
        page.accept(series);
    }

    private static List<MetricDataQuery> queries(List<MetricId> ids) {
        var queries = new ArrayList<MetricDataQuery>();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            queries.add(MetricDataQuery.builder()
                    .id("m" + i)
                    .metricStat(stat -> stat.stat(id.statistic())
                            .period(PERIOD_SECONDS)
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

        MetricSeries series(MetricId id) {
            points.sort(Comparator.comparing(MetricPoint::at));
            return new MetricSeries(
                    id, id.namespace().equals("AWS/EC2") ? monitoring() : PERIOD_SECONDS, points, partial);
        }

        /** EC2 does not say with the points whether an instance is monitored each minute: the points do. */
        private int monitoring() {
            var shortest = BASIC_MONITORING_SECONDS;
            for (var i = 1; i < points.size(); i++) {
                var gap = (int)
                        Duration.between(points.get(i - 1).at(), points.get(i).at())
                                .toSeconds();
                shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
            }
            return Math.max(PERIOD_SECONDS, shortest);
        }
    }
}
