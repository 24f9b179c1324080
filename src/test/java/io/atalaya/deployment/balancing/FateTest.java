package io.atalaya.deployment.balancing;

import static io.atalaya.deployment.CheckopSample.AUTO_1A;
import static io.atalaya.deployment.CheckopSample.AUTO_1D;
import static io.atalaya.deployment.CheckopSample.with;
import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.LoadBalancerType;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.RuleCondition;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FateTest {
    private static Deployment targets(String... states) {
        var targets = new ArrayList<Target>();
        for (int i = 0; i < states.length; i++) {
            targets.add(new Target(groupArn("ChOp-web"), "i-" + i, 80, "us-east-1a", states[i], null, null));
        }
        return with(CheckopSample.healthy(), Parts.TARGETS, 5, targets);
    }

    private static Fate fate(Deployment deployment) {
        return new Fate(new Routes(deployment.index()));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy healthy, HEALTHY, active",
        "healthy unhealthy, DEGRADED, 1 / 2 healthy",
        "unhealthy unhealthy, FAILED, 0 / 2 healthy",
        "healthy draining, CHANGING, 1 / 2 healthy",
        "initial initial, CHANGING, 0 / 2 healthy",
        "unavailable unavailable, UNKNOWN, unknown",
    })
    void aBalancerFaresAsWhatStandsBehindIt(String states, State expected, String word) {
        var deployment = targets(states.split(" "));
        var condition =
                fate(deployment).of(deployment.items(Parts.LOAD_BALANCERS).getFirst());
        assertThat(condition.state()).isEqualTo(expected);
        assertThat(condition.word()).isEqualTo(word);
    }

    @Test
    void requestsToAGroupWithoutTargetsFail() {
        var deployment = targets();
        var balancer = deployment.items(Parts.LOAD_BALANCERS).getFirst();
        assertThat(fate(deployment).of(balancer).state()).isEqualTo(State.FAILED);
    }

    @Test
    void whereTargetHealthWasNeverReadNothingIsHealthy() {
        var deployment = CheckopSample.healthy()
                .with(Parts.TARGETS, io.atalaya.deployment.Observed.never(java.time.Duration.ofSeconds(5)));
        assertThat(fate(deployment)
                        .of(deployment.items(Parts.LOAD_BALANCERS).getFirst())
                        .state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void oneRuleThatFailsIsNotTheWholeListener() {
        var files = groupArn("ChOp-files");
        var deployment = with(
                CheckopSample.healthy(),
                Parts.TARGETS,
                5,
                List.of(
                        new Target(groupArn("ChOp-web"), AUTO_1A, 8080, "us-east-1a", "healthy", null, null),
                        new Target(files, AUTO_1D, 8081, "us-east-1d", "unhealthy", "Target.Timeout", null)));
        var rule = rule("1", List.of(new WeightedTargetGroup(files, 1)));
        deployment = with(deployment, Parts.LISTENER_RULES, 60, List.of(rule));
        var fate = fate(deployment);

        assertThat(fate.of(rule).state()).isEqualTo(State.FAILED);
        assertThat(fate.of(rule).detail()).isEqualTo("Target.Timeout");
        var listener = deployment.items(Parts.LISTENERS).getFirst();
        assertThat(fate.of(listener).state()).isEqualTo(State.DEGRADED);
        assertThat(fate.of(listener).word()).isEqualTo("1 / 2 healthy");
    }

    @Test
    void aGroupWithWeightZeroDoesNotCount() {
        var deployment = targets("healthy");
        var rule = rule(
                "1",
                List.of(
                        new WeightedTargetGroup(groupArn("ChOp-web"), 10),
                        new WeightedTargetGroup(groupArn("ChOp-empty"), 0)));
        assertThat(fate(with(deployment, Parts.LISTENER_RULES, 60, List.of(rule)))
                        .of(rule)
                        .state())
                .isEqualTo(State.HEALTHY);
    }

    @Test
    void aRedirectNeedsNoTarget() {
        var listener = new Listener(
                "arn:80",
                Sample.balancerArn("Progresus-ELB"),
                "HTTP",
                80,
                List.of(),
                null,
                List.of(new RuleAction("redirect", List.of(), "HTTPS 443 301")));
        assertThat(fate(targets("unhealthy")).of(listener).word()).isEqualTo("configured");
    }

    @Test
    void aClassicBalancerFaresAsItsOwnInstances() {
        var classic = new LoadBalancer(
                "old-elb",
                "old-elb",
                LoadBalancerType.CLASSIC,
                "internet-facing",
                "old-elb.example.com",
                null,
                "active",
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of("i-1", "i-2"),
                Map.of());
        var deployment = with(CheckopSample.healthy(), Parts.LOAD_BALANCERS, 60, List.of(classic));
        deployment = with(
                deployment,
                Parts.TARGETS,
                5,
                Arrays.asList(
                        new Target("old-elb", "i-1", null, null, "InService", null, null),
                        new Target("old-elb", "i-2", null, null, "OutOfService", "Instance", "failed checks")));
        var condition = fate(deployment).of(classic);
        assertThat(condition.state()).isEqualTo(State.DEGRADED);
        assertThat(condition.word()).isEqualTo("1 / 2 healthy");
    }

    private static ListenerRule rule(String priority, List<WeightedTargetGroup> groups) {
        return new ListenerRule(
                "arn:rule-" + priority,
                Sample.listenerArn("Progresus-ELB", 443),
                priority,
                List.of(new RuleCondition("path-pattern", List.of("/descargas/*"))),
                List.of(new RuleAction("forward", groups, null)));
    }
}
