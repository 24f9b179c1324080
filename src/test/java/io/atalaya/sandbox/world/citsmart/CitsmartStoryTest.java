package io.atalaya.sandbox.world.citsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** citSOLR of one host goes and comes back; target health, metrics, logs and alarms say the same. */
class CitsmartStoryTest {
    private static final Map<String, String> CORE = Map.of("InstanceId", CitsmartIds.SERVICES_1B, "Core", "citsmart");

    @Test
    void theCalmOneStaysCalm() {
        try (var aws = new Clients(Story.CALM)) {
            aws.clock().advance(Duration.ofHours(3));
            assertThat(solr(aws)).isEqualTo("healthy null");
            assertThat(ringing(aws)).isEmpty();
            assertThat(tunnels(aws)).containsExactly("UP", "UP");
        }
    }

    @Test
    void thePinnedIncidentShowsEverywhere() {
        try (var aws = new Clients(Story.INCIDENT)) {
            assertThat(solr(aws)).isEqualTo("unhealthy Target.Timeout");
            assertThat(value(aws, "CITSmart/SOLR", "Up", CORE)).isZero();
            assertThat(value(aws, "CITSmart/SOLR", "QueryTime", CORE)).isNaN();
            assertThat(value(
                            aws,
                            "CITSmart/Docker",
                            "MemoryUtilization",
                            Map.of("InstanceId", CitsmartIds.SERVICES_1B, "ContainerName", "citSOLR")))
                    .isGreaterThan(90);
            assertThat(value(
                            aws,
                            "AWS/ApplicationELB",
                            "UnHealthyHostCount",
                            Map.of("LoadBalancer", CitsmartIds.ELB_SUFFIX, "TargetGroup", CitsmartIds.SOLR_SUFFIX)))
                    .isEqualTo(1);
            assertThat(ringing(aws)).contains("citSOLR não responde 1b", "Alvos fora solr-8983", "Túnel VPN 2 fora");
            assertThat(messages(aws, "/citsmart/citSOLR")).allMatch(m -> m.contains("OutOfMemoryError"));
            assertThat(messages(aws, "/citsmart/messages")).anyMatch(m -> m.contains("Verificação de saúde falhou"));
            assertThat(tunnels(aws)).containsExactly("UP", "DOWN");
            aws.clock().advance(Duration.ofHours(2));
            assertThat(solr(aws)).startsWith("unhealthy");
        }
    }

    @Test
    void rebootingTheHostHeals() {
        try (var aws = new Clients(Story.INCIDENT)) {
            aws.ec2().rebootInstances(r -> r.instanceIds(CitsmartIds.SERVICES_1B));
            aws.clock().advance(Duration.ofMinutes(4));
            assertThat(solr(aws)).isEqualTo("healthy null");
            assertThat(ringing(aws)).doesNotContain("citSOLR não responde 1b");
        }
    }

    @Test
    void itIsOutForSomeMinutesOfEveryTwenty() {
        try (var aws = new Clients(Story.REPEATING)) {
            List<String> seen = new ArrayList<>();
            for (int minute = 0; minute < 40; minute++) {
                seen.add(solr(aws));
                aws.clock().advance(Duration.ofMinutes(1));
            }
            assertThat(seen.stream().filter(s -> s.startsWith("unhealthy")).count())
                    .isBetween(10L, 16L);
            assertThat(seen.subList(0, 20)).isEqualTo(seen.subList(20, 40));
            assertThat(value(
                            aws,
                            "CITSmart/Docker",
                            "RestartCount",
                            Map.of("InstanceId", CitsmartIds.SERVICES_1B, "ContainerName", "citSOLR")))
                    .isGreaterThan(1);
        }
    }

    @Test
    void theSiteGoesOn() {
        try (var aws = new Clients(Story.INCIDENT)) {
            assertThat(aws.elb()
                            .describeTargetHealth(r -> r.targetGroupArn(CitsmartIds.WEB))
                            .targetHealthDescriptions())
                    .allMatch(d -> d.targetHealth().stateAsString().equals("healthy"));
            assertThat(ringing(aws)).noneMatch(a -> a.startsWith("ITSM"));
        }
    }

    private static String solr(Clients aws) {
        return aws
                .elb()
                .describeTargetHealth(r -> r.targetGroupArn(CitsmartIds.SOLR))
                .targetHealthDescriptions()
                .stream()
                .filter(d -> d.target().id().equals(CitsmartIds.SERVICES_1B))
                .map(d -> d.targetHealth().stateAsString()
                        + ' '
                        + d.targetHealth().reasonAsString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tunnels(Clients aws) {
        return aws.ec2().describeVpnConnections().vpnConnections().getFirst().vgwTelemetry().stream()
                .map(t -> t.statusAsString())
                .toList();
    }

    private static List<String> ringing(Clients aws) {
        return aws.metrics().describeAlarms(r -> r.stateValue("ALARM")).metricAlarms().stream()
                .map(MetricAlarm::alarmName)
                .collect(Collectors.toList());
    }

    private static List<String> messages(Clients aws, String group) {
        long now = aws.clock().instant().toEpochMilli();
        return aws
                .logs()
                .filterLogEventsPaginator(r -> r.logGroupName(group)
                        .logStreamNames(CitsmartIds.SERVICES_1B)
                        .startTime(now - 180_000)
                        .endTime(now))
                .events()
                .stream()
                .map(e -> e.message())
                .toList();
    }

    /** The last datapoint of the last five minutes; NaN where there is none. */
    private static double value(Clients aws, String namespace, String metric, Map<String, String> dimensions) {
        var points = aws.metrics()
                .getMetricData(r -> r.startTime(aws.clock().instant().minusSeconds(300))
                        .endTime(aws.clock().instant())
                        .metricDataQueries(q -> q.id("q")
                                .metricStat(s -> s.stat("Average").period(60).metric(m -> m.namespace(namespace)
                                        .metricName(metric)
                                        .dimensions(dimensions.entrySet().stream()
                                                .map(d -> Dimension.builder()
                                                        .name(d.getKey())
                                                        .value(d.getValue())
                                                        .build())
                                                .toList())))))
                .metricDataResults()
                .getFirst()
                .values();
        return points.isEmpty() ? Double.NaN : points.getFirst();
    }
}
