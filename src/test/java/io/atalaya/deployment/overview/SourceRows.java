package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.refused;
import static io.atalaya.deployment.overview.FindingRow.NOTHING;
import static io.atalaya.deployment.overview.FindingRow.row;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Sources that do not answer, and what is said of it. */
final class SourceRows {
    private SourceRows() {}

    static Stream<Arguments> sources() {
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

    private static Deployment many(Deployment deployment, Problem.Kind kind, String code) {
        var one = refused(deployment, Parts.VPCS, kind, "ec2:DescribeVpcs", code);
        var two = refused(one, Parts.SUBNETS, kind, "ec2:DescribeSubnets", code);
        var three = refused(two, Parts.NETWORK_ACLS, kind, "ec2:DescribeNetworkAcls", code);
        var four = refused(three, Parts.LISTENER_RULES, kind, "elasticloadbalancing:DescribeRules", code);
        return refused(four, Parts.DATABASE_EVENTS, kind, "rds:DescribeEvents", code);
    }
}
