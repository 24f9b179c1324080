package io.atalaya.deployment.balancing;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.days;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.NOW;
import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.HealthCheckSettings;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.deployment.WeightedTargetGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalloutsTest {
    private static final String WEB = groupArn("ChOp-web");
    private static final String NOTHING = "";

    private static List<Callout> callouts(Deployment deployment) {
        return Callouts.of(new Routes(deployment.index()), NOW);
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                row("well", NOTHING, it -> it),
                row("one of two unhealthy is no callout", NOTHING, it -> CheckopSample.degraded()),
                row(
                        "nobody healthy",
                        "NO_HEALTHY_TARGET ChOp-web, 2",
                        it -> targets(
                                it,
                                target(AUTO_1A, "us-east-1a", "unhealthy"),
                                target(AUTO_1D, "us-east-1d", "unhealthy"))),
                row("group without targets behind a listener", "NO_TARGET ChOp-web", it -> targets(it)),
                row("group without balancer", "NO_BALANCER ChOp-old, 0", it -> group(it, lonely("ChOp-old"))),
                row(
                        "stopped member",
                        "REGISTERED_BUT_STOPPED AUTOChOp, stopped, ChOp-web; ONE_ZONE ChOp-web, us-east-1a, 1",
                        it -> targets(
                                instance(it, AUTO_1D, "stopped"),
                                target(AUTO_1A, "us-east-1a", "healthy"),
                                new Target(WEB, AUTO_1D, 8080, "us-east-1d", "unused", "Target.InvalidState", null))),
                row(
                        "stopped member whose health AWS has not changed yet",
                        "REGISTERED_BUT_STOPPED AUTOChOp, stopping, ChOp-web; ONE_ZONE ChOp-web, us-east-1a, 1",
                        it -> instance(it, AUTO_1D, "stopping")),
                row(
                        "a draining one that stops is on its way out",
                        "ONE_ZONE ChOp-web, us-east-1a, 1",
                        it -> targets(
                                instance(it, AUTO_1D, "stopping"),
                                target(AUTO_1A, "us-east-1a", "healthy"),
                                target(AUTO_1D, "us-east-1d", "draining"))),
                row(
                        "all in one zone",
                        "ONE_ZONE ChOp-web, us-east-1a, 2",
                        it -> targets(
                                it, target(AUTO_1A, "us-east-1a", "healthy"), target("i-2", "us-east-1a", "healthy"))),
                row(
                        "zone of the balancer without target",
                        "ZONE_UNUSED ChOp-web, us-east-1f, Progresus-ELB",
                        it -> zones(it, "us-east-1a", "us-east-1d", "us-east-1f")),
                row(
                        "target where the balancer is not",
                        "ZONE_NOT_ENABLED ChOp-web, us-east-1d, 1",
                        it -> zones(it, "us-east-1a")),
                row(
                        "an address outside of the VPC has no zone",
                        NOTHING,
                        it -> targets(
                                it,
                                target("10.1.0.1", "all", "healthy"),
                                target(AUTO_1A, "us-east-1a", "healthy"),
                                target(AUTO_1D, "us-east-1d", "healthy"))),
                row("no health check", "CHECK_DISABLED ChOp-web", CalloutsTest::unchecked),
                row("certificate for long", NOTHING, it -> certificate(it, Duration.ofDays(31), false)),
                row(
                        "certificate that ends",
                        "CERTIFICATE_EXPIRING *.checkop.co, 2026-12-13T19:03:39Z, PT456H, false",
                        it -> certificate(it, Duration.ofDays(19), false)),
                row(
                        "certificate that should have been renewed",
                        "CERTIFICATE_EXPIRING *.checkop.co, 2026-11-29T19:03:39Z, PT120H, true",
                        it -> certificate(it, Duration.ofDays(5), true)),
                row(
                        "expired",
                        "CERTIFICATE_EXPIRED *.checkop.co, 2026-11-24T19:03:39Z",
                        it -> certificate(it, Duration.ZERO, false)),
                row("no listener", "NO_LISTENER Progresus-ELB", it -> with(it, Parts.LISTENERS, 60, List.of())),
                row("weights zero", "WEIGHTS_ZERO 7", it -> rule(it, 0, 0)),
                row("one weight is enough", NOTHING, it -> rule(it, 0, 5)),
                row(
                        "target health unread calls out no group",
                        NOTHING,
                        it -> it.with(Parts.TARGETS, io.atalaya.deployment.Observed.never(Duration.ofSeconds(5)))));
    }

    private static Arguments row(String name, String expected, UnaryOperator<Deployment> change) {
        return argumentSet(name, change, expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatIsCalledOut(UnaryOperator<Deployment> change, String expected) {
        var told = callouts(change.apply(CheckopSample.healthy())).stream()
                .map(each -> each.kind() + " "
                        + String.join(
                                ", ",
                                each.arguments().stream().map(String::valueOf).toList()))
                .toList();
        assertThat(String.join("; ", told)).isEqualTo(expected);
    }

    @Test
    void theWorstStandsFirst() {
        var both = certificate(
                targets(
                        CheckopSample.healthy(),
                        target(AUTO_1A, "us-east-1a", "unhealthy"),
                        target("i-2", "us-east-1a", "unhealthy")),
                Duration.ofDays(3),
                false);
        assertThat(callouts(both))
                .extracting(Callout::kind)
                .containsExactly(
                        Callout.Kind.NO_HEALTHY_TARGET, Callout.Kind.ONE_ZONE, Callout.Kind.CERTIFICATE_EXPIRING);
    }

    private static Target target(String id, String zone, String state) {
        return new Target(WEB, id, 8080, zone, state, null, null);
    }

    private static Deployment targets(Deployment before, Target... targets) {
        return with(before, Parts.TARGETS, 5, List.of(targets));
    }

    private static Deployment group(Deployment before, TargetGroup more) {
        var groups = new ArrayList<>(before.items(Parts.TARGET_GROUPS));
        groups.add(more);
        return with(before, Parts.TARGET_GROUPS, 60, groups);
    }

    private static TargetGroup lonely(String name) {
        return new TargetGroup(
                groupArn(name),
                name,
                "instance",
                "HTTP",
                80,
                "vpc-1",
                List.of(),
                Sample.targetGroup(name).healthCheck());
    }

    private static Deployment unchecked(Deployment before) {
        var was = before.items(Parts.TARGET_GROUPS).getFirst();
        return with(
                before,
                Parts.TARGET_GROUPS,
                60,
                List.of(new TargetGroup(
                        was.arn(),
                        was.name(),
                        was.targetType(),
                        was.protocol(),
                        was.port(),
                        was.vpcId(),
                        was.balancerArns(),
                        new HealthCheckSettings(false, "HTTP", "traffic-port", "/", 35, 30, 5, 2, null))));
    }

    private static Deployment instance(Deployment before, String id, String state) {
        return with(
                before,
                Parts.INSTANCES,
                15,
                before.items(Parts.INSTANCES).stream()
                        .map(each -> each.id().equals(id) ? in(each, state) : each)
                        .toList());
    }

    private static Instance in(Instance was, String state) {
        return Sample.instance(
                was.id(), was.name(), state, was.zone(), "subnet-1d", "10.20.1.57", was.securityGroupIds());
    }

    private static Deployment zones(Deployment before, String... zones) {
        var was = before.items(Parts.LOAD_BALANCERS).getFirst();
        return with(
                before,
                Parts.LOAD_BALANCERS,
                60,
                List.of(new LoadBalancer(
                        was.arn(),
                        was.name(),
                        LoadBalancerType.APPLICATION,
                        was.scheme(),
                        was.dnsName(),
                        null,
                        "active",
                        null,
                        "vpc-1",
                        Stream.of(zones)
                                .map(zone -> new BalancerZone(zone, null, List.of()))
                                .toList(),
                        List.of(),
                        days(100),
                        List.of(),
                        Map.of())));
    }

    private static Deployment certificate(Deployment before, Duration left, boolean renews) {
        Instant until = NOW.plus(left);
        return with(
                before,
                Parts.CERTIFICATES,
                60,
                List.of(new Certificate("arn:cert", "*.checkop.co", "ISSUED", "IMPORTED", renews, days(300), until)));
    }

    private static Deployment rule(Deployment before, int... weights) {
        var groups = new ArrayList<WeightedTargetGroup>();
        for (var weight : weights) {
            groups.add(new WeightedTargetGroup(WEB, weight));
        }
        @Nullable String none = null;
        return with(
                before,
                Parts.LISTENER_RULES,
                60,
                List.of(new ListenerRule(
                        "arn:rule",
                        Sample.listenerArn("Progresus-ELB", 443),
                        "7",
                        List.of(),
                        List.of(new RuleAction("forward", groups, none)))));
    }
}
