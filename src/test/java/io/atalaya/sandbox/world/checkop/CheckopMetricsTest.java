package io.atalaya.sandbox.world.checkop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;

/** One cause shows in all metrics at the same minute, and the alarms say what the metrics say. */
class CheckopMetricsTest {
    private static final Map<String, String> ELB = Map.of("LoadBalancer", Ids.ELB_SUFFIX);
    private static final Map<String, String> WEB =
            Map.of("LoadBalancer", Ids.ELB_SUFFIX, "TargetGroup", Ids.WEB_SUFFIX);

    private final Asker aws = new Asker(Story.REPEATING, ManualClock.PICTURE);

    @Test
    void theIncidentShowsEverywhereAtTheSameMinute() {
        Instant before = Instant.parse("2026-11-24T18:50:00Z");
        Instant during = Instant.parse("2026-11-24T19:01:00Z");
        assertThat(value("AWS/ApplicationELB", "HealthyHostCount", WEB, "Minimum", before))
                .isEqualTo(2);
        assertThat(value("AWS/ApplicationELB", "HealthyHostCount", WEB, "Minimum", during))
                .isEqualTo(1);
        assertThat(cpu(Ids.APP_1A, before)).isBetween(30.0, 45.0);
        assertThat(cpu(Ids.APP_1A, during)).isBetween(66.0, 85.0);
        assertThat(cpu(Ids.APP_1D, during)).isLessThan(6);
        assertThat(value("AWS/ApplicationELB", "TargetResponseTime", ELB, "p95", during))
                .isGreaterThan(1.7 * value("AWS/ApplicationELB", "TargetResponseTime", ELB, "p95", before));
        assertThat(value("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", ELB, "Sum", "2026-11-24T18:59:00Z"))
                .isBetween(25.0, 50.0);
        assertThat(points("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", ELB, "Sum", during, 1))
                .as("no errors, no datapoint")
                .isEmpty();
        assertThat(points("CWAgent", "mem_used_percent", Map.of("InstanceId", Ids.APP_1D), "Average", during, 1))
                .as("the agent hangs")
                .isEmpty();
        assertThat(value("AWS/RDS", "DatabaseConnections", db(), "Average", during))
                .isLessThan(0.85 * value("AWS/RDS", "DatabaseConnections", db(), "Average", before));
    }

    @Test
    void theFiguresAreThoseOfADay() {
        Instant afternoon = Instant.parse("2026-11-24T19:01:00Z");
        Instant night = Instant.parse("2026-11-24T07:00:00Z");
        double requests = value("AWS/ApplicationELB", "RequestCount", ELB, "Sum", afternoon) / 60;
        assertThat(requests).isBetween(190.0, 240.0);
        assertThat(value("AWS/ApplicationELB", "RequestCount", ELB, "Sum", night) / 60)
                .isLessThan(requests / 5);
        assertThat(value("AWS/RDS", "FreeStorageSpace", db(), "Average", afternoon) / Math.pow(1024, 3))
                .isBetween(61.0, 61.8);
        assertThat(value("AWS/RDS", "ReadLatency", db(), "Average", afternoon)).isBetween(0.0012, 0.0024);
    }

    @Test
    void alarmsFollow() {
        Map<String, String> states = states();
        assertThat(states)
                .containsEntry("Healthy targets ChOp-web", "ALARM")
                .containsEntry("Certificate *.checkop.co", "ALARM")
                .containsEntry("Memory AUTOChOp 1d", "INSUFFICIENT_DATA")
                .containsEntry("Swap Base ChOp", "INSUFFICIENT_DATA")
                .containsEntry("HTTP 5xx Progresus-ELB", "OK")
                .containsEntry("RDS CPU dbprogressus", "OK");
        assertThat(aws.ask(
                                DescribeAlarmHistoryRequest.builder()
                                        .alarmName("HTTP 5xx Progresus-ELB")
                                        .build(),
                                DescribeAlarmHistoryResponse.class)
                        .alarmHistoryItems())
                .as("it rang and stopped")
                .hasSizeGreaterThan(2)
                .first()
                .satisfies(h -> assertThat(h.historySummary()).isEqualTo("Alarm updated from ALARM to OK"));
        aws.clock().advance(Duration.ofMinutes(6));
        assertThat(states()).containsEntry("Healthy targets ChOp-web", "OK");
    }

    @Test
    void theSameSeedAndTimeGiveTheSameAnswers() {
        var again = new Asker(Story.REPEATING, ManualClock.PICTURE);
        assertThat(states(again)).isEqualTo(states());
        assertThat(points(
                        again,
                        "AWS/RDS",
                        "CPUUtilization",
                        db(),
                        "Average",
                        ManualClock.PICTURE.minusSeconds(7200),
                        100))
                .isEqualTo(points(
                        "AWS/RDS", "CPUUtilization", db(), "Average", ManualClock.PICTURE.minusSeconds(7200), 100));
    }

    @Test
    void nothingIsToldBeforeItsMinuteIsOver() {
        assertThat(points("AWS/RDS", "CPUUtilization", db(), "Average", Instant.parse("2026-11-24T19:00:00Z"), 30))
                .extracting(MetricDataResult::timestamps)
                .satisfies(t -> assertThat(t.getFirst()).last().isEqualTo(Instant.parse("2026-11-24T19:02:00Z")));
    }

    @Test
    void aStateSetByHandLastsUntilTheNextLook() {
        aws.ask(
                SetAlarmStateRequest.builder()
                        .alarmName("RDS CPU dbprogressus")
                        .stateValue("ALARM")
                        .stateReason("drill")
                        .build(),
                SetAlarmStateResponse.class);
        assertThat(states()).containsEntry("RDS CPU dbprogressus", "ALARM");
        aws.clock().advance(Duration.ofMinutes(3));
        assertThat(states()).containsEntry("RDS CPU dbprogressus", "OK");
    }

    @Test
    void pagesOfDatapointsAddUp() {
        List<Instant> paged = new ArrayList<>();
        String token = null;
        do {
            var page = aws.ask(
                    request("AWS/RDS", "CPUUtilization", db(), "Average", ManualClock.PICTURE.minusSeconds(3600), 60)
                            .toBuilder()
                            .maxDatapoints(25)
                            .nextToken(token)
                            .build(),
                    GetMetricDataResponse.class);
            page.metricDataResults().forEach(r -> paged.addAll(r.timestamps()));
            token = page.nextToken();
        } while (token != null);
        assertThat(paged).hasSizeBetween(59, 61).doesNotHaveDuplicates();
    }

    @Test
    void metricsAreListedByDimension() {
        var found = aws.ask(
                        ListMetricsRequest.builder()
                                .namespace("AWS/EC2")
                                .dimensions(d -> d.name("InstanceId").value(Ids.BASE))
                                .build(),
                        ListMetricsResponse.class)
                .metrics();
        assertThat(found).extracting(m -> m.metricName()).contains("CPUUtilization", "StatusCheckFailed");
        assertThat(aws.ask(ListMetricsRequest.builder().build(), ListMetricsResponse.class)
                        .metrics())
                .hasSizeGreaterThan(130);
    }

    @Test
    void unknownStatisticsAreRefused() {
        assertThatThrownBy(() -> points("AWS/RDS", "CPUUtilization", db(), "Mean", ManualClock.PICTURE, 1))
                .isInstanceOfSatisfying(
                        WireFault.class, f -> assertThat(f.code()).isEqualTo("ValidationError"));
    }

    private Map<String, String> states() {
        return states(aws);
    }

    private static Map<String, String> states(Asker asker) {
        return asker
                .ask(DescribeAlarmsRequest.builder().maxRecords(100).build(), DescribeAlarmsResponse.class)
                .metricAlarms()
                .stream()
                .collect(Collectors.toMap(MetricAlarm::alarmName, MetricAlarm::stateValueAsString));
    }

    private static Map<String, String> db() {
        return Map.of("DBInstanceIdentifier", Ids.DATABASE);
    }

    private double cpu(String id, Instant minute) {
        return value("AWS/EC2", "CPUUtilization", Map.of("InstanceId", id), "Average", minute);
    }

    private double value(String ns, String name, Map<String, String> dims, String stat, String minute) {
        return value(ns, name, dims, stat, Instant.parse(minute));
    }

    private double value(String ns, String name, Map<String, String> dims, String stat, Instant minute) {
        return points(ns, name, dims, stat, minute, 1).getFirst().values().getFirst();
    }

    private List<MetricDataResult> points(
            String ns, String name, Map<String, String> dims, String stat, Instant from, int minutes) {
        return points(aws, ns, name, dims, stat, from, minutes);
    }

    private static List<MetricDataResult> points(
            Asker asker, String ns, String name, Map<String, String> dims, String stat, Instant from, int minutes) {
        return asker
                .ask(request(ns, name, dims, stat, from, minutes), GetMetricDataResponse.class)
                .metricDataResults()
                .stream()
                .filter(r -> !r.values().isEmpty())
                .toList();
    }

    private static GetMetricDataRequest request(
            String ns, String name, Map<String, String> dims, String stat, Instant from, int minutes) {
        return GetMetricDataRequest.builder()
                .startTime(from)
                .endTime(from.plus(Duration.ofMinutes(minutes)))
                .scanBy("TimestampAscending")
                .metricDataQueries(
                        q -> q.id("m1").metricStat(s -> s.period(60).stat(stat).metric(m -> m.namespace(ns)
                                .metricName(name)
                                .dimensions(dims.entrySet().stream()
                                        .map(e -> Dimension.builder()
                                                .name(e.getKey())
                                                .value(e.getValue())
                                                .build())
                                        .toList()))))
                .build();
    }
}
