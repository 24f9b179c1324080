package io.atalaya.sandbox.world.citsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Each of the NOC's items has metrics, and each series of them a datapoint of the last five minutes. */
class NocMetricsTest {
    static final List<NocItem> ITEMS = NocItem.ALL;

    private static Clients aws;
    private static CloudWatchClient cloudWatch;

    @BeforeAll
    static void start() {
        aws = new Clients(Story.CALM);
        cloudWatch = aws.metrics();
    }

    @AfterAll
    static void close() {
        aws.close();
    }

    @Test
    void thereAreThirtyOne() {
        assertThat(ITEMS).hasSize(31).extracting(NocItem::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ITEMS")
    void everyItemHasNumbers(NocItem item) {
        for (String metric : item.metrics()) {
            String[] parts = metric.split("\\|", -1);
            List<Metric> found = cloudWatch
                    .listMetrics(r -> r.namespace(parts[0]).metricName(parts[1]))
                    .metrics();
            assertThat(found).as(metric).isNotEmpty();
            assertThat(latest(found)).as(metric).hasSameSizeAs(found).allMatch(r -> !r.values()
                    .isEmpty());
        }
    }

    /** What belongs to a Brazilian working day: more in the afternoon than at night, in São Paulo's hours. */
    @Test
    void theDayHasItsCurve() {
        Metric requests = Metric.builder()
                .namespace("AWS/ApplicationELB")
                .metricName("RequestCount")
                .dimensions(d -> d.name("LoadBalancer").value(CitsmartIds.ELB_SUFFIX))
                .build();
        double afternoon = sum(requests, "2026-11-24T18:00:00Z");
        double night = sum(requests, "2026-11-24T06:00:00Z");
        assertThat(afternoon / 60).isBetween(100.0, 190.0);
        assertThat(night).isLessThan(afternoon / 5);
    }

    private static double sum(Metric metric, String minute) {
        Instant from = Instant.parse(minute);
        return cloudWatch
                .getMetricData(
                        r -> r.startTime(from).endTime(from.plusSeconds(60)).metricDataQueries(query(0, metric, "Sum")))
                .metricDataResults()
                .getFirst()
                .values()
                .getFirst();
    }

    private static List<MetricDataResult> latest(List<Metric> metrics) {
        Instant now = aws.clock().instant();
        List<MetricDataQuery> queries = IntStream.range(0, metrics.size())
                .mapToObj(i -> query(i, metrics.get(i), "Average"))
                .toList();
        return cloudWatch
                .getMetricData(r -> r.startTime(now.minus(Duration.ofMinutes(5)))
                        .endTime(now)
                        .metricDataQueries(queries))
                .metricDataResults();
    }

    private static MetricDataQuery query(int number, Metric metric, String statistic) {
        return MetricDataQuery.builder()
                .id("q" + number)
                .label(metric.metricName())
                .metricStat(s -> s.metric(metric).period(60).stat(statistic))
                .build();
    }
}
