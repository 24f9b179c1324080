package io.atalaya.deployment.balancing;

import static io.atalaya.deployment.Sample.groupArn;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.RuleAction;
import io.atalaya.deployment.RuleCondition;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTextTest {
    private static final Routes ROUTES = new Routes(CheckopSample.healthy().index());

    @Test
    void saysWhatIsDoneWithARequest() {
        assertThat(RuleText.then(List.of(forward(1)), ROUTES)).isEqualTo("ChOp-web");
        assertThat(RuleText.then(List.of(forward(8, 2)), ROUTES)).isEqualTo("ChOp-web 80 %, other 20 %");
        assertThat(RuleText.then(List.of(forward(0, 0)), ROUTES)).isEqualTo("ChOp-web, other");
        assertThat(RuleText.then(
                        List.of(
                                new RuleAction("authenticate-oidc", List.of(), null),
                                new RuleAction("redirect", List.of(), "HTTPS 443 301")),
                        ROUTES))
                .isEqualTo("authenticate-oidc, redirect HTTPS 443 301");
    }

    private static RuleAction forward(int... weights) {
        var first = new WeightedTargetGroup(groupArn("ChOp-web"), weights[0]);
        return new RuleAction(
                "forward",
                weights.length == 1
                        ? List.of(first)
                        : List.of(first, new WeightedTargetGroup(groupArn("other"), weights[1])),
                null);
    }

    @Test
    void saysWhenARuleApplies() {
        assertThat(RuleText.when(rule(
                        new RuleCondition("host-header", List.of("a.example.com", "b.example.com")),
                        new RuleCondition("path-pattern", List.of("/api/*")),
                        new RuleCondition("source-ip", List.of("10.0.0.0/8")))))
                .isEqualTo("a.example.com, b.example.com /api/* source-ip 10.0.0.0/8");
        assertThat(RuleText.when(rule())).isEqualTo("4");
    }

    private static ListenerRule rule(RuleCondition... conditions) {
        return new ListenerRule("arn:rule", "arn:listener", "4", List.of(conditions), List.of());
    }
}
