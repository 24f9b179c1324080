package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.NEW_IMAGE;
import static io.atalaya.deployment.CheckopSample.OLD_IMAGE;
import static io.atalaya.deployment.CheckopSample.days;
import static io.atalaya.deployment.CheckopSample.image;
import static io.atalaya.deployment.CheckopSample.refused;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.atalaya.deployment.AliasTarget;
import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.CheckerResult;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheck;
import io.atalaya.deployment.InstanceCheck;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.RecordSet;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.ScalingActivity;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.deployment.ScheduledEvent;
import io.atalaya.deployment.SecurityRule;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.Volume;
import io.atalaya.deployment.VpnConnection;
import io.atalaya.deployment.VpnTunnel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public class AttentionListTest {
    private static final Deployment WELL = CheckopSample.healthy();

    /** Where a row says so, the rule must find nothing. */
    private static final String NOTHING = "";

    private static List<Finding> findings(Deployment deployment) {
        return AttentionList.of(Situation.of(deployment, NOW));
    }

    private static List<String> said(Deployment deployment) {
        var usual = findings(WELL).stream().map(AttentionListTest::words).toList();
        return findings(deployment).stream()
                .map(AttentionListTest::words)
                .filter(each -> !usual.contains(each))
                .toList();
    }

    private static String words(Finding finding) {
        return finding.urgency() + " " + finding.kind() + " " + finding.arguments();
    }

    @Test
    void aHealthyDeploymentHasOnlyWhatItWasSetUpWith() {
        assertThat(findings(WELL)).extracting(Finding::kind).containsExactly(FindingKind.DATABASE_SINGLE_ZONE);
    }

    @Test
    void nothingReadIsNothingFound() {
        assertThat(findings(Sample.empty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void finds(UnaryOperator<Deployment> change, List<String> expected) {
        var found = said(change.apply(WELL));
        if (expected.equals(List.of(NOTHING))) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactlyElementsOf(expected);
        }
    }

    private static Arguments row(String name, UnaryOperator<Deployment> change, String... expected) {
        return argumentSet(name, change, List.of(expected));
    }

    public static Stream<Arguments> situations() {
        return Stream.of(
                        balancing(),
                        machines(),
                        scaling(),
                        images(),
                        perimeter(),
                        vpn(),
                        databases(),
                        rest(),
                        sources())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> balancing() {
        return Stream.of(
                row(
                        "one of two targets times out",
                        d -> targets(
                                d,
                                target(AUTO_1A, "1a", "healthy", null),
                                target(AUTO_1D, "1d", "unhealthy", "Target.Timeout")),
                        "FAILED TARGET_UNHEALTHY [AUTOChOp, us-east-1d, Target.Timeout, ChOp-web, ]",
                        "DEGRADED ZONE_NOT_SERVED [us-east-1d, ChOp-web, 1, us-east-1a]"),
                row(
                        "no target answers",
                        d -> targets(
                                d,
                                target(AUTO_1A, "1a", "unhealthy", "Target.Timeout"),
                                target(AUTO_1D, "1d", "unhealthy", "Target.Timeout")),
                        "FAILED TARGET_UNHEALTHY [AUTOChOp, us-east-1a, Target.Timeout, ChOp-web, ]",
                        "FAILED TARGET_UNHEALTHY [AUTOChOp, us-east-1d, Target.Timeout, ChOp-web, ]",
                        "FAILED NO_HEALTHY_TARGET [ChOp-web, 2]"),
                row(
                        "five of six targets fail: one finding",
                        d -> targets(
                                d,
                                Stream.concat(
                                                Stream.of(
                                                        target(AUTO_1A, "1a", "healthy", null),
                                                        target(AUTO_1D, "1d", "healthy", null)),
                                                IntStream.range(0, 5)
                                                        .mapToObj(i -> target(
                                                                "i-" + i,
                                                                "1a",
                                                                "unhealthy",
                                                                "Target.ResponseCodeMismatch")))
                                        .toArray(Target[]::new)),
                        "FAILED TARGETS_UNHEALTHY [ChOp-web, 5, 7, Target.ResponseCodeMismatch]"),
                row(
                        "a target that is starting is no trouble",
                        d -> targets(
                                d,
                                target(AUTO_1A, "1a", "healthy", null),
                                target(AUTO_1D, "1d", "initial", "Elb.InitialHealthChecking")),
                        NOTHING),
                row(
                        "a target that nobody uses is no trouble",
                        d -> targets(
                                d,
                                target(AUTO_1A, "1a", "healthy", null),
                                target(AUTO_1D, "1d", "healthy", null),
                                target(BASE, "1a", "unused", "Target.NotInUse")),
                        NOTHING),
                row(
                        "a zone of the balancer has no target at all",
                        d -> targets(d, target(AUTO_1A, "1a", "healthy", null)),
                        "DEGRADED ZONE_NOT_SERVED [us-east-1d, ChOp-web, 0, us-east-1a]"),
                row(
                        "the balancer fails",
                        d -> with(d, Parts.LOAD_BALANCERS, 60, List.of(Sample.balancer("Progresus-ELB", "failed"))),
                        "FAILED BALANCER_NOT_ACTIVE [Progresus-ELB, failed, ]"),
                row(
                        "the balancer is impaired",
                        d -> with(
                                d,
                                Parts.LOAD_BALANCERS,
                                60,
                                List.of(Sample.balancer("Progresus-ELB", "active_impaired"))),
                        "DEGRADED BALANCER_NOT_ACTIVE [Progresus-ELB, active_impaired, ]"));
    }

    private static Stream<Arguments> machines() {
        return Stream.of(
                row(
                        "the system check fails",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(Sample.check(AUTO_1D, "impaired", "ok"))),
                        "FAILED INSTANCE_CHECK_FAILED [AUTOChOp, us-east-1d, impaired, ok]"),
                row(
                        "checks that initialise are no trouble",
                        d -> with(
                                d,
                                Parts.INSTANCE_CHECKS,
                                15,
                                List.of(Sample.check(AUTO_1D, "initializing", "initializing"))),
                        NOTHING),
                row(
                        "AWS will retire the machine",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(event("degraded hardware"))),
                        "DEGRADED SCHEDULED_EVENT [instance-retirement, AUTOChOp, degraded hardware, 2026-11-30T00:00:00Z]"),
                row(
                        "the event is over",
                        d -> with(d, Parts.INSTANCE_CHECKS, 15, List.of(event("[Completed] degraded hardware"))),
                        NOTHING),
                row(
                        "an address belongs to nothing",
                        d -> with(
                                d,
                                Parts.ELASTIC_IPS,
                                60,
                                List.of(CheckopSample.address("eipalloc-9", "54.88.10.99", null))),
                        "NOTE ADDRESSES_UNUSED [1, 54.88.10.99]"),
                row(
                        "volumes hang on nothing",
                        d -> with(d, Parts.VOLUMES, 60, List.of(loose("vol-8", 100), loose("vol-9", 20))),
                        "NOTE VOLUMES_UNATTACHED [2, 120]"));
    }

    private static Stream<Arguments> scaling() {
        var in1a = new ScalingMember(AUTO_1A, "us-east-1a", "InService", "Healthy", false);
        var in1d = new ScalingMember(AUTO_1D, "us-east-1d", "InService", "Healthy", false);
        return Stream.of(
                row(
                        "fewer than desired",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 4, in1a))),
                        "DEGRADED GROUP_BELOW_DESIRED [g, 1, 2]"),
                row(
                        "none at all",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 4))),
                        "FAILED GROUP_BELOW_DESIRED [g, 0, 2]"),
                row(
                        "wants none and has none",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 0, 0, 4))),
                        NOTHING),
                row(
                        "at its maximum",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 1, 2, 2, in1a, in1d))),
                        "DEGRADED GROUP_AT_MAXIMUM [g, 2]"),
                row(
                        "of fixed size",
                        d -> with(d, Parts.SCALING_GROUPS, 15, List.of(Sample.scalingGroup("g", 2, 2, 2, in1a, in1d))),
                        NOTHING),
                row(
                        "its last activity failed",
                        d -> with(
                                d,
                                Parts.SCALING_ACTIVITIES,
                                60,
                                List.of(activity("Successful", 90), activity("Failed", 10))),
                        "FAILED SCALING_FAILED [AUTOChOp-asg, Launching, no capacity]"),
                row(
                        "failed, then succeeded",
                        d -> with(
                                d,
                                Parts.SCALING_ACTIVITIES,
                                60,
                                List.of(activity("Failed", 90), activity("Successful", 10))),
                        NOTHING));
    }

    private static Stream<Arguments> images() {
        return Stream.of(
                row(
                        "a newer image that the template does not use",
                        d -> with(
                                d,
                                Parts.IMAGES,
                                300,
                                List.of(
                                        image(NEW_IMAGE, "ChOp-2026-11-20", BASE, null, days(4)),
                                        image("ami-3", "ChOp-2026-11-23", BASE, null, days(1)))),
                        "DEGRADED TEMPLATE_BEHIND [ChOp-lt, 3, ChOp-2026-11-20, ChOp-2026-11-23]"),
                row(
                        "a machine of the old image",
                        d -> with(
                                d,
                                Parts.INSTANCES,
                                15,
                                List.of(
                                        CheckopSample.instance(
                                                AUTO_1A,
                                                "AUTOChOp",
                                                "us-east-1a",
                                                "10.20.0.41",
                                                "1.2.3.4",
                                                OLD_IMAGE,
                                                days(41)),
                                        CheckopSample.instance(
                                                AUTO_1D,
                                                "AUTOChOp",
                                                "us-east-1d",
                                                "10.20.1.57",
                                                "1.2.3.5",
                                                NEW_IMAGE,
                                                days(2)))),
                        "DEGRADED INSTANCES_BEHIND [AUTOChOp-asg, 1, 2, ChOp-2026-11-20]"));
    }

    private static Stream<Arguments> perimeter() {
        var everything = new SecurityRule(true, "-1", null, null, "::/0", null, null, null);
        var outward = new SecurityRule(false, "tcp", 22, 22, "0.0.0.0/0", null, null, null);
        return Stream.of(
                row(
                        "SSH from everywhere to machines",
                        d -> with(
                                d,
                                Parts.SECURITY_GROUPS,
                                60,
                                List.of(Sample.securityGroup("sg-app", Sample.fromCidr(22, "0.0.0.0/0")))),
                        "DEGRADED OPEN_TO_WORLD [sg-app, SSH 22, 0.0.0.0/0, AUTOChOp (2), Base ChOp (1)]"
                                .replace(" (1)", "")),
                row(
                        "everything over IPv6 to nobody",
                        d -> with(d, Parts.SECURITY_GROUPS, 60, List.of(Sample.securityGroup("sg-x", everything))),
                        "NOTE OPEN_TO_WORLD [sg-x, MongoDB 27017, MySQL 3306, NFS 2049, PostgreSQL 5432, RDP 3389, Redis 6379, SSH 22, ::/0, ]"),
                row(
                        "SSH from the office",
                        d -> with(
                                d,
                                Parts.SECURITY_GROUPS,
                                60,
                                List.of(Sample.securityGroup("sg-app", Sample.fromCidr(22, "203.0.113.0/24")))),
                        NOTHING),
                row(
                        "SSH outward",
                        d -> with(d, Parts.SECURITY_GROUPS, 60, List.of(Sample.securityGroup("sg-app", outward))),
                        NOTHING));
    }

    private static Stream<Arguments> vpn() {
        return Stream.of(
                row("both tunnels up", d -> vpn(d, "available", "UP", "UP"), NOTHING),
                row(
                        "one of two tunnels down",
                        d -> vpn(d, "available", "UP", "DOWN"),
                        "DEGRADED VPN_TUNNEL_DOWN [matriz, 198.51.100.2, IPSEC IS DOWN, 203.0.113.9]"),
                row(
                        "no tunnel left",
                        d -> vpn(d, "available", "DOWN", "DOWN"),
                        "FAILED VPN_DOWN [matriz, 198.51.100.1, IPSEC IS DOWN, 203.0.113.9]"),
                row("being made", d -> vpn(d, "pending", "DOWN", "DOWN"), NOTHING));
    }

    private static Deployment vpn(Deployment deployment, String state, String... tunnels) {
        var all = Stream.of(0, 1)
                .map(i -> new VpnTunnel(
                        "198.51.100." + (i + 1),
                        tunnels[i],
                        tunnels[i].equals("UP") ? "1 BGP ROUTES" : "IPSEC IS DOWN",
                        NOW.minusSeconds(90),
                        1))
                .toList();
        var connection = new VpnConnection(
                "vpn-1", "matriz", state, "vpc-1", "vgw-1", null, "cgw-1", null, "203.0.113.9", all, Map.of());
        return with(deployment, Parts.VPN_CONNECTIONS, 60, List.of(connection));
    }

    private static Stream<Arguments> databases() {
        return Stream.of(
                row(
                        "stopped",
                        d -> database(d, db("stopped", 217, 1000, null)),
                        "DEGRADED DATABASE_STATUS [dbprogressus, stopped]"),
                row(
                        "full",
                        d -> database(d, db("storage-full", 217, 1000, null)),
                        "FAILED DATABASE_STATUS [dbprogressus, storage-full]"),
                row(
                        "restarting",
                        d -> database(d, db("rebooting", 217, 1000, null)),
                        "DEGRADED DATABASE_INTERRUPTED [dbprogressus, rebooting]"),
                row("backing up is no trouble", d -> database(d, db("backing-up", 217, 1000, null)), NOTHING),
                row(
                        "certificate authority ends in 30 days",
                        d -> database(d, db("available", 217, 1000, NOW.plus(Duration.ofDays(30)))),
                        "DEGRADED CERTIFICATE_AUTHORITY_EXPIRING [dbprogressus, 2026-12-24T19:03:39Z]"),
                row(
                        "certificate authority ended",
                        d -> database(d, db("available", 217, 1000, NOW.minusSeconds(1))),
                        "FAILED CERTIFICATE_AUTHORITY_EXPIRING [dbprogressus, 2026-11-24T19:03:38Z]"),
                row(
                        "certificate good for a year",
                        d -> database(d, db("available", 217, 1000, NOW.plus(Duration.ofDays(365)))),
                        NOTHING),
                row(
                        "nearly as big as it may grow",
                        d -> database(d, db("available", 850, 1000, null)),
                        "DEGRADED DATABASE_NEAR_MAXIMUM [dbprogressus, 850, 1000]",
                        "NOTE DATABASE_STORAGE [dbprogressus, 788.6, 850, 93, 1000]"),
                row(
                        "85 % used, may grow",
                        d -> free(d, 32.55), "NOTE DATABASE_STORAGE [dbprogressus, 184.5, 217, 85, 1000]"),
                row(
                        "96 % used, may grow",
                        d -> free(d, 8.68), "DEGRADED DATABASE_STORAGE [dbprogressus, 208.3, 217, 96, 1000]"),
                row(
                        "85 % used, may not grow",
                        d -> free(database(d, db("available", 217, null, null)), 32.55),
                        "DEGRADED DATABASE_STORAGE [dbprogressus, 184.5, 217, 85, 0]"),
                row("80 % used exactly", d -> free(d, 43.4), NOTHING));
    }

    private static Stream<Arguments> rest() {
        return Stream.of(
                row(
                        "an alarm rings",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "cpu", "ALARM", "AWS/EC2", "CPUUtilization", Map.of(), 70))),
                        "DEGRADED ALARM [cpu, Threshold Crossed: 3 datapoints were greater than the threshold (70.0).]"),
                row(
                        "an alarm cannot tell",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "cpu", "INSUFFICIENT_DATA", "AWS/EC2", "CPUUtilization", Map.of(), 70))),
                        "UNKNOWN ALARM_NO_DATA [cpu, Threshold Crossed: 3 datapoints were greater than the threshold (70.0).]"),
                row(
                        "target tracking would like fewer machines",
                        d -> with(
                                d,
                                Parts.ALARMS,
                                30,
                                List.of(CheckopSample.alarm(
                                        "TargetTracking-asg-AlarmLow-1f",
                                        "ALARM",
                                        "AWS/EC2",
                                        "CPUUtilization",
                                        Map.of(),
                                        20))),
                        NOTHING),
                row(
                        "a name leads to a balancer that is gone",
                        d -> with(
                                d,
                                Parts.RECORD_SETS,
                                300,
                                List.of(alias("old.checkop.co", "Old-1.us-east-1.elb.amazonaws.com"))),
                        "FAILED DANGLING_ALIAS [old.checkop.co A, Old-1.us-east-1.elb.amazonaws.com]"),
                row(
                        "a name leads to another region",
                        d -> with(
                                d,
                                Parts.RECORD_SETS,
                                300,
                                List.of(alias("eu.checkop.co", "Eu-1.eu-west-1.elb.amazonaws.com"))),
                        NOTHING),
                row(
                        "2 of 16 checkers see it",
                        d -> with(d, Parts.HEALTH_CHECKS, 60, List.of(check(2, 16))),
                        "FAILED HEALTH_CHECK_FAILING [checkop.co, 2, 16]"),
                row(
                        "12 of 16 checkers see it",
                        d -> with(d, Parts.HEALTH_CHECKS, 60, List.of(check(12, 16))),
                        "DEGRADED HEALTH_CHECK_FAILING [checkop.co, 12, 16]"));
    }

    private static Stream<Arguments> sources() {
        return Stream.of(
                row(
                        "target health denied",
                        d -> refused(
                                d,
                                Parts.TARGETS,
                                Problem.Kind.DENIED,
                                "elasticloadbalancing:DescribeTargetHealth",
                                "AccessDenied"),
                        "UNKNOWN SOURCE_DENIED [targets, elasticloadbalancing:DescribeTargetHealth]"),
                row(
                        "five denied: one finding",
                        d -> many(d, Problem.Kind.DENIED, "AccessDenied"),
                        "UNKNOWN SOURCES_DENIED [5, ec2:DescribeVpcs, ec2:DescribeSubnets, ec2:DescribeNetworkAcls]"),
                row(
                        "five not offered",
                        d -> many(d, Problem.Kind.NOT_OFFERED, "NotImplemented"),
                        "NOTE SOURCES_NOT_OFFERED [5]"),
                row(
                        "five timed out",
                        d -> many(d, Problem.Kind.TIMEOUT, "ApiCallTimeout"),
                        "UNKNOWN SOURCES_FAILED [TIMEOUT, 5, ApiCallTimeout for ec2:DescribeVpcs]"),
                row(
                        "one timed out",
                        d -> refused(d, Parts.VPCS, Problem.Kind.TIMEOUT, "ec2:DescribeVpcs", "ApiCallTimeout"),
                        "UNKNOWN SOURCE_FAILED [vpcs, TIMEOUT, ApiCallTimeout for ec2:DescribeVpcs]"),
                row(
                        "a source that waits for another says nothing of its own",
                        d -> refused(d, Parts.VPCS, Problem.Kind.BLOCKED, "ec2:DescribeVpcs", "Blocked"),
                        NOTHING));
    }

    @Test
    void keysTellFindingsApart() {
        var findings = new ArrayList<Finding>();
        situations().forEach(row -> {
            @SuppressWarnings("unchecked")
            var change = (UnaryOperator<Deployment>) row.get()[0];
            var keys = findings(change.apply(WELL)).stream().map(Finding::key).toList();
            assertThat(keys).doesNotHaveDuplicates();
            findings.addAll(findings(change.apply(WELL)));
        });
        assertThat(findings.stream().map(Finding::kind).distinct()).hasSizeGreaterThan(20);
    }

    private static Target target(String id, String zone, String state, @Nullable String reason) {
        return new Target(groupArn("ChOp-web"), id, 8080, "us-east-" + zone, state, reason, null);
    }

    private static Deployment targets(Deployment deployment, Target... targets) {
        return with(deployment, Parts.TARGETS, 5, List.of(targets));
    }

    private static InstanceCheck event(String description) {
        return new InstanceCheck(
                AUTO_1D,
                "ok",
                "ok",
                List.of(new ScheduledEvent(
                        "instance-retirement", description, Instant.parse("2026-11-30T00:00:00Z"), null)));
    }

    private static Volume loose(String id, int gib) {
        return new Volume(
                id, "", "gp3", gib, "available", "us-east-1a", null, null, true, null, NOW, List.of(), Map.of());
    }

    private static ScalingActivity activity(String status, int minutesAgo) {
        return new ScalingActivity(
                "a" + minutesAgo,
                "AUTOChOp-asg",
                "Launching",
                "",
                status,
                "no capacity",
                NOW.minusSeconds(minutesAgo * 60L),
                null,
                100);
    }

    private static Deployment database(Deployment deployment, Database database) {
        return with(deployment, Parts.DATABASES, 30, List.of(database));
    }

    private static Database db(
            String status, int allocated, @Nullable Integer maximum, @Nullable Instant certificateUntil) {
        return DatabaseSketch.database("dbprogressus", it -> {
            it.status = status;
            it.allocatedGib = allocated;
            it.maxAllocatedGib = maximum;
            it.caCertificateValidUntil = certificateUntil;
        });
    }

    private static Deployment free(Deployment deployment, double gib) {
        return with(
                deployment,
                Parts.METRICS,
                60,
                List.of(new MetricSeries(
                        new MetricId(
                                "AWS/RDS",
                                "FreeStorageSpace",
                                Map.of("DBInstanceIdentifier", "dbprogressus"),
                                "Average"),
                        60,
                        List.of(new MetricPoint(NOW, gib * 1024 * 1024 * 1024)),
                        false)));
    }

    private static RecordSet alias(String name, String host) {
        return new RecordSet(
                "Z1", name, "A", null, List.of(), new AliasTarget(host, "Z35SXDOTRQ7X7K", true), null, "simple", null);
    }

    private static HealthCheck check(int healthy, int all) {
        var checkers = IntStream.range(0, all)
                .mapToObj(i -> new CheckerResult(
                        "us-east-1", "192.0.2." + i, i < healthy ? "Success" : "Failure", NOW, i < healthy))
                .toList();
        return new HealthCheck("hc-1", "checkop.co", "HTTPS", "checkop.co", 443, "/", false, false, checkers);
    }

    private static Deployment many(Deployment deployment, Problem.Kind kind, String code) {
        var one = refused(deployment, Parts.VPCS, kind, "ec2:DescribeVpcs", code);
        var two = refused(one, Parts.SUBNETS, kind, "ec2:DescribeSubnets", code);
        var three = refused(two, Parts.NETWORK_ACLS, kind, "ec2:DescribeNetworkAcls", code);
        var four = refused(three, Parts.LISTENER_RULES, kind, "elasticloadbalancing:DescribeRules", code);
        return refused(four, Parts.DATABASE_EVENTS, kind, "rds:DescribeEvents", code);
    }

    @Test
    void aBalancerWithoutZonesIsNotAskedForZones() {
        var elb = Sample.balancer("Progresus-ELB", "active");
        assertThat(elb.zones()).extracting(BalancerZone::zone).containsExactly("us-east-1a", "us-east-1d");
        assertThat(findings(with(WELL, Parts.LOAD_BALANCERS, 60, List.of())))
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.ZONE_NOT_SERVED);
    }
}
