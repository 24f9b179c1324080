package io.atalaya.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.scenario.Course;
import io.atalaya.sandbox.scenario.Lack;
import io.atalaya.sandbox.scenario.Start;
import io.atalaya.sandbox.scenario.Truth;
import io.atalaya.sandbox.scenario.What;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.SummaryStatus;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Each scenario as the SDK sees it: while it is on, and when it is over. */
class ScenariosOnTheWireTest {
    private final Drill drill = new Drill("checkop");
    private final VirtualTime time = drill.time;

    @BeforeEach
    void nothingRuns() {
        assertThat(drill.sandbox.scenarios().course()).isEmpty();
    }

    @AfterEach
    void close() {
        drill.close();
    }

    private void start(String id) {
        assertThat(drill.sandbox.scenarios().start(id)).isInstanceOf(Start.Started.class);
    }

    /** Stops it and waits as long as AWS takes to heal. */
    private void stopAndHeal(Duration patience) {
        drill.sandbox.scenarios().stop();
        time.advance(patience);
        assertThat(course().healedAt()).as("healed").isNotNull();
    }

    private Course course() {
        return drill.sandbox.scenarios().course().orElseThrow();
    }

    private List<What> happened() {
        return course().truths().stream().map(Truth::what).toList();
    }

    private Stream<TargetHealthDescription> targets() {
        var elb = drill.aws().elbV2();
        return elb.describeTargetGroups().targetGroups().stream()
                .map(TargetGroup::targetGroupArn)
                .flatMap(arn ->
                        elb.describeTargetHealth(r -> r.targetGroupArn(arn)).targetHealthDescriptions().stream());
    }

    private List<String> health() {
        return targets()
                .map(TargetHealthDescription::targetHealth)
                .map(h -> h.stateAsString() + " " + h.reasonAsString() + " " + h.description())
                .toList();
    }

    private boolean allHealthy() {
        return targets()
                .map(TargetHealthDescription::targetHealth)
                .map(TargetHealth::stateAsString)
                .allMatch("healthy"::equals);
    }

    private List<SummaryStatus> checks() {
        return drill.aws().ec2().describeInstanceStatus().instanceStatuses().stream()
                .map(InstanceStatus::systemStatus)
                .map(s -> Objects.requireNonNull(s.status()))
                .toList();
    }

    private DBInstance database() {
        return drill.aws().rds().describeDBInstances().dbInstances().getFirst();
    }

    private List<String> databaseEvents() {
        return drill.aws().rds().describeEvents(r -> r.duration(60)).events().stream()
                .filter(e -> !e.date().isBefore(course().startedAt()))
                .map(e -> e.eventCategories() + " " + e.message())
                .toList();
    }

    private double metric(String namespace, String name, String dimension, String value, Statistic statistic) {
        Instant now = time.instant();
        var points = drill.aws()
                .cloudWatch()
                .getMetricStatistics(r -> r.namespace(namespace)
                        .metricName(name)
                        .dimensions(
                                Dimension.builder().name(dimension).value(value).build())
                        .startTime(now.minus(Duration.ofMinutes(3)))
                        .endTime(now)
                        .period(60)
                        .statistics(statistic))
                .datapoints();
        return points.isEmpty()
                ? Double.NaN
                : points.stream()
                        .max(java.util.Comparator.comparing(p -> p.timestamp()))
                        .map(p -> statistic == Statistic.SUM ? p.sum() : p.average())
                        .orElseThrow();
    }

    @Test
    void aZoneWithoutPowerTimesOutAndFailsItsChecks() {
        start("zone-outage");
        time.advance(Duration.ofSeconds(90));
        assertThat(health()).containsOnly("unhealthy Target.Timeout Request timed out", "healthy null null");
        assertThat(health()).filteredOn(h -> h.startsWith("healthy")).hasSize(2);
        assertThat(checks()).containsOnlyOnce(SummaryStatus.IMPAIRED);
        stopAndHeal(Duration.ofMinutes(3));
        assertThat(allHealthy()).isTrue();
        assertThat(checks()).containsOnly(SummaryStatus.OK);
        assertThat(happened())
                .startsWith(What.ZONE_LOST)
                .contains(What.CHECKS_FAIL, What.TARGET_OUT, What.ZONE_BACK, What.TARGET_BACK, What.CHECKS_PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "target-answers-503, unhealthy Target.ResponseCodeMismatch Health checks failed with these codes: [503]",
        "target-hangs, unhealthy Target.Timeout Request timed out",
        "target-gone, unhealthy Target.FailedHealthChecks Health checks failed",
        "target-stopped, unused Target.InvalidState Target is in the stopping state",
        "target-deregistered, draining Target.DeregistrationInProgress Target deregistration is in progress",
        "target-unused, unused Target.NotInUse Target group is not configured to receive traffic from the load balancer",
    })
    void sixWaysForATargetToFail(String scenario, String words) {
        start(scenario);
        time.advance(Duration.ofSeconds(scenario.equals("target-stopped") ? 27 : 45));
        assertThat(health()).contains(words);
        stopAndHeal(Duration.ofMinutes(10));
        assertThat(allHealthy()).as(health().toString()).isTrue();
        assertThat(health()).hasSize(4);
    }

    @Test
    void aDatabaseOfOneZoneRestarts() {
        start("database-failover");
        time.advance(Duration.ofSeconds(30));
        assertThat(database().dbInstanceStatus()).isEqualTo("rebooting");
        time.advance(Duration.ofSeconds(90));
        assertThat(database().dbInstanceStatus()).isEqualTo("available");
        assertThat(databaseEvents()).contains("[availability] DB instance restarted");
        stopAndHeal(Duration.ZERO);
        assertThat(happened()).containsExactly(What.REBOOT_BEGAN, What.REBOOT_DONE);
    }

    @Test
    void aDatabaseWithAStandbyChangesZones() {
        drill.sandbox
                .world()
                .change(() -> drill.sandbox.world().databases().instances().change("dbprogressus", d -> d.toBuilder()
                        .multiAZ(true)
                        .secondaryAvailabilityZone("us-east-1d")
                        .build()));
        start("database-failover");
        time.advance(Duration.ofSeconds(20));
        assertThat(database().dbInstanceStatus()).isEqualTo("rebooting");
        time.advance(Duration.ofSeconds(70));
        assertThat(database().dbInstanceStatus()).isEqualTo("available");
        assertThat(database().availabilityZone()).isEqualTo("us-east-1d");
        assertThat(database().secondaryAvailabilityZone()).isEqualTo("us-east-1a");
        assertThat(databaseEvents())
                .containsSubsequence(
                        "[failover] Multi-AZ instance failover started.",
                        "[availability] DB instance restarted",
                        "[failover] Multi-AZ instance failover completed");
        assertThat(happened()).containsExactly(What.FAILOVER_BEGAN, What.FAILOVER_DONE);
    }

    @Test
    void storageRunsOutAndTheDatabaseStops() {
        start("storage-full");
        double before =
                metric("AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", "dbprogressus", Statistic.AVERAGE);
        time.advance(Duration.ofMinutes(4));
        assertThat(metric("AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", "dbprogressus", Statistic.AVERAGE))
                .isLessThan(before * 0.75);
        time.advance(Duration.ofMinutes(6));
        assertThat(database().dbInstanceStatus()).isEqualTo("storage-full");
        assertThat(databaseEvents())
                .hasSize(2)
                .anyMatch(e ->
                        e.startsWith("[low storage] The free storage capacity for DB Instance: dbprogressus is low"))
                .contains(
                        "[low storage] Allocated storage has been exhausted. Allocate additional storage to resolve.");
        stopAndHeal(Duration.ofMinutes(2));
        assertThat(database().dbInstanceStatus()).isEqualTo("available");
        time.advance(Duration.ofMinutes(2));
        assertThat(metric("AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", "dbprogressus", Statistic.AVERAGE))
                .isGreaterThan(before * 0.9);
        assertThat(happened())
                .containsExactly(What.STORAGE_FILLS, What.STORAGE_LOW, What.STORAGE_FULL, What.STORAGE_FREED);
    }

    @Test
    void aFileSystemGrowsAndItsSizeSaysSo() {
        long before = size();
        start("file-growth");
        assertThat(size()).isGreaterThan(before + (2L << 30));
        stopAndHeal(Duration.ofMinutes(61));
        assertThat(size()).isLessThan(before + (1L << 30));
    }

    private long size() {
        return drill.aws()
                .efs()
                .describeFileSystems()
                .fileSystems()
                .getFirst()
                .sizeInBytes()
                .value();
    }

    @Test
    void errorsFloodTheLogAndRequestsFail() {
        start("error-storm");
        time.advance(Duration.ofSeconds(130));
        var from = time.instant().minus(Duration.ofSeconds(20)).toEpochMilli();
        var events = drill.aws()
                .logs()
                .filterLogEvents(r -> r.logGroupName("/checkop/app")
                        .filterPattern("SQLTransientConnectionException")
                        .startTime(from)
                        .endTime(from + 5_000))
                .events();
        assertThat(events).hasSize(2 * 8 * 5);
        var elb = drill.aws()
                .elbV2()
                .describeLoadBalancers()
                .loadBalancers()
                .getFirst()
                .loadBalancerArn();
        var dimension = elb.substring(elb.indexOf("loadbalancer/") + 13);
        double requests = metric("AWS/ApplicationELB", "RequestCount", "LoadBalancer", dimension, Statistic.SUM);
        double failed =
                metric("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", dimension, Statistic.SUM);
        assertThat(failed / requests).isBetween(0.10, 0.14);
        assertThat(allHealthy()).isTrue();
        stopAndHeal(Duration.ofMinutes(2));
        var after = time.instant().minus(Duration.ofSeconds(20)).toEpochMilli();
        assertThat(drill.aws()
                        .logs()
                        .filterLogEvents(r -> r.logGroupName("/checkop/app")
                                .filterPattern("SQLTransientConnectionException")
                                .startTime(after)
                                .endTime(after + 5_000))
                        .events())
                .isEmpty();
    }

    @Test
    void aCertificateEndsAndIsImportedAgain() {
        var before = certificate();
        assertThat(before.statusAsString()).isEqualTo("ISSUED");
        start("certificate-expired");
        time.advance(Duration.ofSeconds(15));
        assertThat(certificate().statusAsString()).isEqualTo("EXPIRED");
        assertThat(certificate().notAfter()).isBefore(time.instant());
        stopAndHeal(Duration.ZERO);
        assertThat(certificate().statusAsString()).isEqualTo("ISSUED");
        assertThat(certificate().certificateArn()).isEqualTo(before.certificateArn());
        assertThat(certificate().notAfter()).isAfter(time.instant().plus(Duration.ofDays(300)));
    }

    private software.amazon.awssdk.services.acm.model.CertificateSummary certificate() {
        return drill.aws().acm().listCertificates().certificateSummaryList().getFirst();
    }

    @Test
    void anInstanceRefreshCannotLaunchAndRollsBack() {
        start("instance-refresh");
        time.advance(Duration.ofSeconds(10));
        assertThat(refresh().statusAsString()).isEqualTo("InProgress");
        time.advance(Duration.ofSeconds(100));
        assertThat(refresh().statusAsString()).isEqualTo("RollbackInProgress");
        var activities = drill.aws().autoScaling().describeScalingActivities().activities();
        assertThat(activities.stream().limit(3)).allSatisfy(a -> {
            assertThat(a.statusCodeAsString()).isEqualTo("Failed");
            assertThat(a.statusMessage())
                    .matches("The image id '\\[ami-[0-9a-f]{17}]' does not exist\\. Launching EC2 instance failed\\.");
        });
        stopAndHeal(Duration.ofMinutes(1));
        assertThat(refresh().statusAsString()).isEqualTo("RollbackSuccessful");
        assertThat(refresh().endTime()).isNotNull();
    }

    private InstanceRefresh refresh() {
        var group = drill.aws()
                .autoScaling()
                .describeAutoScalingGroups()
                .autoScalingGroups()
                .getFirst();
        return drill.aws()
                .autoScaling()
                .describeInstanceRefreshes(r -> r.autoScalingGroupName(group.autoScalingGroupName()))
                .instanceRefreshes()
                .getFirst();
    }

    @Test
    void aThrottledAccountRefusesNineCallsInTen() {
        start("throttled-account");
        assertThatThrownBy(() -> drill.aws().ec2().describeVpcs()).hasMessageContaining("Request limit exceeded");
        stopAndHeal(Duration.ZERO);
        for (int i = 0; i < 12; i++) {
            assertThat(drill.aws().ec2().describeVpcs().vpcs()).isNotEmpty();
        }
    }

    @Test
    void oneAtATime() {
        start("certificate-expired");
        assertThat(drill.sandbox.scenarios().start("zone-outage")).isEqualTo(new Start.Busy("certificate-expired"));
        stopAndHeal(Duration.ZERO);
        start("zone-outage");
        time.advance(Duration.ofSeconds(60));
        drill.sandbox.scenarios().stop();
        assertThat(drill.sandbox.scenarios().start("error-storm"))
                .as("its consequences are not over")
                .isEqualTo(new Start.Busy("zone-outage"));
        time.advance(Duration.ofMinutes(2));
        start("error-storm");
        assertThat(drill.sandbox.scenarios().courses()).hasSize(3);
    }

    @Test
    void endsByItself() {
        start("target-hangs");
        time.advance(Duration.ofMinutes(12));
        assertThat(course().byItself()).isTrue();
        assertThat(course().healedAt()).isNotNull();
        assertThat(allHealthy()).isTrue();
    }

    @Test
    void whatTheDeploymentDoesNotHaveIsNotOffered() {
        var empty = drill.sandbox.world();
        empty.change(() -> {
            empty.databases().instances().remove("dbprogressus");
            empty.balancing().listeners().all().stream()
                    .toList()
                    .forEach(l -> empty.balancing().listeners().remove(l.listenerArn()));
            empty.balancing().rules().all().stream()
                    .toList()
                    .forEach(r -> empty.balancing().rules().remove(r.ruleArn()));
            empty.scaling().groups().all().stream()
                    .toList()
                    .forEach(g -> empty.scaling().groups().remove(g.autoScalingGroupName()));
        });
        var offers = drill.sandbox.scenarios();
        assertThat(offers.start("storage-full")).isEqualTo(new Start.Unfit(Lack.NO_DATABASE));
        assertThat(offers.start("target-unused")).isEqualTo(new Start.Unfit(Lack.NO_FORWARDING));
        assertThat(offers.start("instance-refresh")).isEqualTo(new Start.Unfit(Lack.NO_SCALING_GROUP));
        assertThat(offers.offers())
                .filteredOn(o -> o.lack() != null)
                .extracting(o -> o.scenario())
                .contains("database-failover", "storage-full", "target-unused", "instance-refresh");
        assertThatThrownBy(() -> offers.start("earthquake")).hasMessageContaining("zone-outage");
    }
}
