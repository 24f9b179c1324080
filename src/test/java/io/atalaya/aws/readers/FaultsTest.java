package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.Target;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trouble of one service over the real wire: its parts keep what they had, the others notice nothing. */
class FaultsTest {
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Each made of a single call to RDS. */
    private static final List<Part<?>> OF_RDS = List.of(
            Parts.DATABASES,
            Parts.DATABASE_SNAPSHOTS,
            Parts.DATABASE_EVENTS,
            Parts.DATABASE_CLUSTERS,
            Parts.CLUSTER_SNAPSHOTS);

    /** The other troubles and sources: {@link FaultMatrixTest}. */
    @Test
    void oneServiceInTroubleLeavesTheOthers() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT).readAll()) {
            assertThat(wire.failing()).isEmpty();
            var databases = wire.items(Parts.DATABASES);

            wire.sandbox.faults().plan(FaultMatch.of(AwsService.RDS), new Fault.ServerError(500));
            wire.time.advance(MINUTE.plusSeconds(10));

            assertThat(wire.failing())
                    .containsExactlyInAnyOrderElementsOf(
                            OF_RDS.stream().map(Part::id).toList());
            assertThat(Objects.requireNonNull(wire.problem(Parts.DATABASES)).kind())
                    .isEqualTo(Problem.Kind.SERVICE);
            assertThat(wire.items(Parts.DATABASES)).isEqualTo(databases);
            assertThat(wire.observed(Parts.DATABASES).freshness(wire.time.instant()))
                    .isNotEqualTo(Freshness.CURRENT);
            assertThat(wire.observed(Parts.INSTANCES).freshness(wire.time.instant()))
                    .isEqualTo(Freshness.CURRENT);

            wire.sandbox.faults().clear();
            // the cadence of one of them, which finds out for the others
            wire.time.advance(Duration.ofSeconds(31));

            assertThat(wire.failing()).isEmpty();
        }
    }

    @Test
    void asksLessWhileItFails() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT).readAll()) {
            wire.time.advance(MINUTE);
            var before = wire.sandbox.requests().count(r -> r.service() == AwsService.EC2);
            wire.time.advance(MINUTE.multipliedBy(3));
            var healthy = wire.sandbox.requests().count(r -> r.service() == AwsService.EC2) - before;

            wire.sandbox.faults().plan(FaultMatch.of(AwsService.EC2), new Fault.ServerError(500));
            wire.time.advance(MINUTE);
            before = wire.sandbox.requests().count(r -> r.service() == AwsService.EC2);
            wire.time.advance(MINUTE.multipliedBy(3));
            var failing = wire.sandbox.requests().count(r -> r.service() == AwsService.EC2) - before;

            assertThat(failing).isLessThan(healthy * 2 / 3);
        }
    }

    @Test
    void aDenialNamesTheActionAndIsNotRepeated() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT)) {
            wire.sandbox
                    .faults()
                    .plan(FaultMatch.of(AwsService.BALANCING, "DescribeTargetGroups"), new Fault.Denied("*"));
            wire.readAll();
            wire.time.advance(MINUTE.multipliedBy(10));

            var denied = Objects.requireNonNull(wire.problem(Parts.TARGET_GROUPS));
            assertThat(denied.kind()).isEqualTo(Problem.Kind.DENIED);
            assertThat(denied.missingAction()).isEqualTo("elasticloadbalancing:DescribeTargetGroups");
            assertThat(wire.sandbox.requests().count(AwsService.BALANCING, "DescribeTargetGroups"))
                    .isEqualTo(1);

            var blocked = Objects.requireNonNull(wire.problem(Parts.TARGETS));
            assertThat(blocked.kind()).isEqualTo(Problem.Kind.BLOCKED);
            assertThat(blocked.missingAction()).isEqualTo("elasticloadbalancing:DescribeTargetGroups");
            assertThat(wire.failing()).containsExactlyInAnyOrder("target-groups", "target-group-attributes", "targets");

            wire.sandbox.faults().clear();
            wire.loop().askNow(Set.of(Parts.TARGETS));
            wire.time.settle();
            assertThat(wire.failing()).isEmpty();
            assertThat(wire.items(Parts.TARGETS)).isNotEmpty();
        }
    }

    @Test
    void whatAnEndpointDoesNotOfferStaysInItsPlace() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT)) {
            wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLASSIC_BALANCING), new Fault.NotImplemented());
            wire.sandbox
                    .faults()
                    .plan(
                            FaultMatch.of(AwsService.EFS),
                            new Fault.RawAnswer(500, "text/html", "<html><body>oops</body></html>"));
            wire.sandbox.faults().plan(FaultMatch.of(AwsService.ROUTE_53), new Fault.RawAnswer(404, "text/plain", ""));
            wire.readAll();

            assertThat(wire.items(Parts.LOAD_BALANCERS)).isNotEmpty();
            assertThat(wire.items(Parts.LISTENERS)).isNotEmpty();
            for (var part : List.of(Parts.LOAD_BALANCERS, Parts.FILE_SYSTEMS, Parts.HOSTED_ZONES)) {
                assertThat(Objects.requireNonNull(wire.problem(part), part.id()).kind())
                        .as(part.id())
                        .isEqualTo(Problem.Kind.NOT_OFFERED);
            }
            assertThat(wire.failing())
                    .containsExactlyInAnyOrder(
                            "load-balancers",
                            "file-systems",
                            "mount-targets",
                            "access-points",
                            "file-policies",
                            "file-sizes",
                            "zone-delegations",
                            "dns-answers",
                            "hosted-zones",
                            "record-sets",
                            "health-checks");
        }
    }

    @Test
    void namesTheCallThatFailedWhereThereAreSeveral() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT)) {
            wire.sandbox
                    .faults()
                    .plan(FaultMatch.of(AwsService.ROUTE_53, "GetHealthCheckStatus"), new Fault.ServerError(500));
            wire.sandbox
                    .faults()
                    .plan(FaultMatch.of(AwsService.EFS, "DescribeMountTargetSecurityGroups"), new Fault.Denied("*"));
            wire.sandbox
                    .faults()
                    .plan(FaultMatch.of(AwsService.EC2, "DescribeLaunchTemplateVersions"), new Fault.ServerError(500));
            wire.readAll();

            assertThat(wire.items(Parts.HEALTH_CHECKS)).isNotEmpty();
            assertThat(Objects.requireNonNull(wire.problem(Parts.HEALTH_CHECKS)).call())
                    .isEqualTo("route53:GetHealthCheckStatus");
            assertThat(Objects.requireNonNull(wire.problem(Parts.MOUNT_TARGETS)).call())
                    .isEqualTo("elasticfilesystem:DescribeMountTargetSecurityGroups");
            assertThat(Objects.requireNonNull(wire.problem(Parts.LAUNCH_TEMPLATES))
                            .call())
                    .isEqualTo("ec2:DescribeLaunchTemplateVersions");
        }
    }

    @Test
    void aTargetGroupThatFailsLeavesTheOthers() {
        try (var wire = new Wire(PageSize.LARGEST, ATTEMPT).readAll()) {
            var groups = wire.items(Parts.TARGET_GROUPS).size();
            var targets = wire.items(Parts.TARGETS);
            var first = wire.observed(Parts.TARGETS).askedAt();

            wire.sandbox
                    .faults()
                    .plan(
                            FaultMatch.of(AwsService.BALANCING, "DescribeTargetHealth")
                                    .nth(1),
                            new Fault.Refused(400, "ValidationError", "no"));
            wire.time.advance(Duration.ofSeconds(5));

            assertThat(wire.problem(Parts.TARGETS)).isNotNull();
            assertThat(wire.items(Parts.TARGETS).stream().map(Target::targetId))
                    .containsExactlyInAnyOrderElementsOf(
                            targets.stream().map(Target::targetId).toList());
            if (groups > 1) {
                assertThat(wire.observed(Parts.TARGETS).askedAt()).isEqualTo(first);
            }
            wire.time.advance(Duration.ofSeconds(5));
            assertThat(wire.problem(Parts.TARGETS)).isNull();
        }
    }
}
