package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.Aggregate;
import io.atalaya.sandbox.world.metrics.Datapoint;
import io.atalaya.sandbox.world.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** What the metrics say. Metric math is not simulated: a query with an expression is refused in words. */
final class CloudWatchData {
    private static final int MOST_QUERIES = 500;
    private static final int MOST_STATISTICS = 1440;
    private static final int MOST_DATAPOINTS = 100_800;

    private CloudWatchData() {}

    static void register(Operations cloudwatch) {
        cloudwatch
                .on("GetMetricData", GetMetricDataRequest.class, GetMetricDataResponse.class, CloudWatchData::data)
                .on(
                        "GetMetricStatistics",
                        GetMetricStatisticsRequest.class,
                        GetMetricStatisticsResponse.class,
                        CloudWatchData::statistics);
    }

    /** Pages cut the datapoints of all queries together, in the order of the queries. */
    private static GetMetricDataResponse data(World world, GetMetricDataRequest r, Call call) {
        if (r.metricDataQueries().size() > MOST_QUERIES) {
            throw CloudWatch.invalid("The collection MetricDataQueries must not have a size greater than 500.");
        }
        checkSpan(r.startTime(), r.endTime());
        record Point(MetricDataQuery query, Datapoint point) {}
        List<Point> all = new ArrayList<>();
        for (MetricDataQuery query : r.metricDataQueries()) {
            List<Datapoint> points = points(world, query, r.startTime(), r.endTime());
            boolean ascending = r.scanBy() == ScanBy.TIMESTAMP_ASCENDING;
            (ascending ? points : points.reversed()).forEach(p -> all.add(new Point(query, p)));
        }
        Page<Point> page = Page.of(all, r.maxDatapoints(), MOST_DATAPOINTS, r.nextToken(), CloudWatch.badToken());
        Map<String, List<Datapoint>> byId = new LinkedHashMap<>();
        page.items().forEach(p -> byId.computeIfAbsent(p.query().id(), k -> new ArrayList<>())
                .add(p.point()));
        return GetMetricDataResponse.builder()
                .metricDataResults(r.metricDataQueries().stream()
                        .filter(q -> !Boolean.FALSE.equals(q.returnData()))
                        .map(q -> result(q, byId.getOrDefault(q.id(), List.of()), page.token() != null))
                        .toList())
                .nextToken(page.token())
                .messages(List.of())
                .build();
    }

    private static MetricDataResult result(MetricDataQuery query, List<Datapoint> points, boolean more) {
        return MetricDataResult.builder()
                .id(query.id())
                .label(query.label() == null ? query.metricStat().metric().metricName() : query.label())
                .statusCode(more ? StatusCode.PARTIAL_DATA : StatusCode.COMPLETE)
                .timestamps(points.stream().map(Datapoint::at).toList())
                .values(points.stream().map(Datapoint::value).toList())
                .build();
    }

    private static List<Datapoint> points(World world, MetricDataQuery query, Instant from, Instant to) {
        MetricStat stat = query.metricStat();
        if (stat == null) {
            throw CloudWatch.invalid("Error in expression '" + query.id()
                    + "': metric math is not part of this sandbox, ask for the metrics themselves");
        }
        CloudWatch.checkPeriod(stat.period());
        checkStatistic(stat.stat());
        var metric = stat.metric();
        Optional<Series> series =
                world.metrics().find(CloudWatch.key(metric.namespace(), metric.metricName(), metric.dimensions()));
        if (series.isEmpty()
                || stat.unit() != null
                        && !stat.unitAsString().equals(series.get().unit())) {
            return List.of();
        }
        return world.metrics().read(series.get(), stat.stat(), stat.period(), from, to, world.now());
    }

    private static GetMetricStatisticsResponse statistics(World world, GetMetricStatisticsRequest r, Call call) {
        CloudWatch.checkPeriod(r.period());
        checkSpan(r.startTime(), r.endTime());
        if (r.statistics().isEmpty() && r.extendedStatistics().isEmpty()) {
            throw CloudWatch.invalid("At least one of the parameters Statistics and ExtendedStatistics must be given.");
        }
        r.extendedStatistics().forEach(CloudWatchData::checkStatistic);
        long asked = Duration.between(r.startTime(), r.endTime()).toSeconds() / r.period();
        if (asked > MOST_STATISTICS) {
            throw new WireFault(
                    400,
                    "InvalidParameterCombination",
                    "You have requested up to " + asked + " datapoints, which exceeds the limit of 1,440.");
        }
        Optional<Series> series = world.metrics().find(CloudWatch.key(r.namespace(), r.metricName(), r.dimensions()));
        List<software.amazon.awssdk.services.cloudwatch.model.Datapoint> points = new ArrayList<>();
        if (series.isPresent()) {
            long period = r.period();
            long end = r.endTime().getEpochSecond();
            for (long t = Math.floorDiv(r.startTime().getEpochSecond(), period) * period; t < end; t += period) {
                Aggregate a = world.metrics()
                        .aggregate(series.get(), t, t + period, world.now().getEpochSecond());
                if (!a.isEmpty()) {
                    points.add(datapoint(r, series.get(), t, a));
                }
            }
        }
        return GetMetricStatisticsResponse.builder()
                .label(r.metricName())
                .datapoints(points)
                .build();
    }

    private static software.amazon.awssdk.services.cloudwatch.model.Datapoint datapoint(
            GetMetricStatisticsRequest r, Series series, long at, Aggregate a) {
        var point = software.amazon.awssdk.services.cloudwatch.model.Datapoint.builder()
                .timestamp(Instant.ofEpochSecond(at))
                .unit(series.unit());
        for (String statistic : r.statisticsAsStrings()) {
            double value = a.statistic(statistic);
            switch (statistic) {
                case "Average" -> point.average(value);
                case "Sum" -> point.sum(value);
                case "Minimum" -> point.minimum(value);
                case "Maximum" -> point.maximum(value);
                default -> point.sampleCount(value);
            }
        }
        if (!r.extendedStatistics().isEmpty()) {
            Map<String, Double> extended = new LinkedHashMap<>();
            r.extendedStatistics().forEach(s -> extended.put(s, a.statistic(s)));
            point.extendedStatistics(extended);
        }
        return point.build();
    }

    private static void checkStatistic(String name) {
        if (!Aggregate.knows(name)) {
            throw CloudWatch.invalid("The value " + name + " for parameter Statistic is not supported.");
        }
    }

    private static void checkSpan(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw CloudWatch.invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
    }
}
