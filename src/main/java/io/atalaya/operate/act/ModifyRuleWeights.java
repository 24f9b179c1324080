package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ListenerRule;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.WeightedTargetGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * elasticloadbalancing:ModifyRule of how a rule shares its requests among target groups. AWS replaces all actions of the rule
 * by the one that is sent: only for rules whose one action is {@code forward}. The default rule has no rule of its own to
 * modify (OperationNotPermitted).
 *
 * @param weights of one to five groups, each 0 to 999
 * @param stickinessSeconds how long a client stays with the group it was sent to; null for not at all, whatever it was before
 */
public record ModifyRuleWeights(
        String ruleArn,
        List<WeightedTargetGroup> weights,
        @Nullable Integer stickinessSeconds) implements Operation {
    public ModifyRuleWeights {
        weights = List.copyOf(weights);
        Input.identifier(ruleArn);
        var groups = weights.stream().map(WeightedTargetGroup::targetGroupArn).toList();
        Input.identifiers(groups);
        Input.require(
                !groups.isEmpty() && groups.size() <= 5 && new HashSet<>(groups).size() == groups.size(),
                "operate.input.weightedGroups");
        weights.forEach(it -> Input.range("operate.input.weight", it.weight(), 0, 999));
        if (stickinessSeconds != null) {
            Input.range("operate.input.stickiness", stickinessSeconds, 1, 604_800);
        }
    }

    @Override
    public ResourceRef on() {
        return new ResourceRef(ResourceType.LISTENER_RULE, ruleArn);
    }

    @Override
    public AwsRequest request() {
        var sticky = stickinessSeconds == null
                ? null
                : new Structure().with("Enabled", true).with("DurationSeconds", stickinessSeconds);
        var forward = new Structure()
                .with(
                        "TargetGroups",
                        weights.stream().map(ModifyRuleWeights::group).toList())
                .with("TargetGroupStickinessConfig", sticky == null ? null : sticky.map());
        var action = new Structure().with("Type", "forward").with("ForwardConfig", forward.map());
        return AwsRequest.of(Service.ELASTIC_LOAD_BALANCING_V2, "ModifyRule")
                .with("RuleArn", ruleArn)
                .with("Actions", List.of(action.map()));
    }

    private static Map<String, Object> group(WeightedTargetGroup group) {
        return new Structure()
                .with("TargetGroupArn", group.targetGroupArn())
                .with("Weight", group.weight())
                .map();
    }

    @Override
    public Settling settling() {
        return Watched.until(
                Parts.LISTENER_RULES,
                it -> it.arn().equals(ruleArn),
                it -> it.actions().size() == 1
                        && new HashSet<>(it.actions().getFirst().targetGroups()).equals(new HashSet<>(weights))
                        && Objects.equals(it.actions().getFirst().stickySeconds(), stickinessSeconds));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(ListenerRule.class, ResourceType.LISTENER_RULE, ruleArn)
                .filter(it -> it.actions().size() == 1)
                .map(it -> it.actions().getFirst())
                .flatMap(it -> Undo.by(() -> new ModifyRuleWeights(ruleArn, it.targetGroups(), it.stickySeconds())));
    }
}
