package io.atalaya.deployment.overview;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.BASE;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.groupArn;
import static io.atalaya.deployment.overview.FindingRow.NOTHING;
import static io.atalaya.deployment.overview.FindingRow.row;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.Target;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Balancers and what stands behind them, and what is to be found of it. */
final class BalancingRows {
    private BalancingRows() {}

    static Stream<Arguments> balancing() {
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

    private static Target target(String id, String zone, String state, @Nullable String reason) {
        return new Target(groupArn("ChOp-web"), id, 8080, "us-east-" + zone, state, reason, null);
    }

    private static Deployment targets(Deployment deployment, Target... targets) {
        return with(deployment, Parts.TARGETS, 5, List.of(targets));
    }
}
