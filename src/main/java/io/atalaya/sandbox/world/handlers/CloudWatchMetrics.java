package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.world.World;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Series;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/** Which metrics there are. */
final class CloudWatchMetrics {
    private static final int PAGE = 500;
    private static final long RECENTLY = 3 * 3600;

    private CloudWatchMetrics() {}

    static void register(Operations cloudwatch) {
        cloudwatch.on("ListMetrics", ListMetricsRequest.class, ListMetricsResponse.class, CloudWatchMetrics::list);
    }

    private static ListMetricsResponse list(World world, ListMetricsRequest r, Call call) {
        List<Metric> found = world.metrics().all().stream()
                .filter(s -> r.namespace() == null || s.key().namespace().equals(r.namespace()))
                .filter(s -> r.metricName() == null || s.key().name().equals(r.metricName()))
                .filter(s -> r.dimensions().stream().allMatch(d -> has(s.key(), d)))
                .filter(s -> r.recentlyActiveAsString() == null || isRecent(world, s))
                .map(s -> Metric.builder()
                        .namespace(s.key().namespace())
                        .metricName(s.key().name())
                        .dimensions(CloudWatch.dimensions(s.key()))
                        .build())
                .toList();
        Page<Metric> page = Page.of(found, PAGE, PAGE, r.nextToken(), CloudWatch.badToken());
        return ListMetricsResponse.builder()
                .metrics(page.items())
                .nextToken(page.token())
                .build();
    }

    private static boolean has(MetricKey key, DimensionFilter wanted) {
        String value = key.dimensions().get(wanted.name());
        return value != null && (wanted.value() == null || wanted.value().equals(value));
    }

    private static boolean isRecent(World world, Series series) {
        long now = world.now().getEpochSecond();
        return !world.metrics().aggregate(series, now - RECENTLY, now, now).isEmpty();
    }
}
