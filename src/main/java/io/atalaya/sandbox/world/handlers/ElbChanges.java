package io.atalaya.sandbox.world.handlers;

import io.atalaya.sandbox.server.Call;
import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Balancing;
import io.atalaya.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** How a target group judges, and how a rule shares its requests. */
final class ElbChanges {
    private ElbChanges() {}

    static void register(Operations elb) {
        elb.on("ModifyTargetGroup", ModifyTargetGroupRequest.class, ModifyTargetGroupResponse.class, ElbChanges::group)
                .on("ModifyRule", ModifyRuleRequest.class, ModifyRuleResponse.class, ElbChanges::rule);
    }

    private static ModifyTargetGroupResponse group(World world, ModifyTargetGroupRequest r, Call call) {
        Balancing balancing = world.balancing();
        String arn = r.targetGroupArn();
        ElbBalancers.requireIn(balancing.targetGroups().contains(arn), "TargetGroup", arn);
        TargetGroup changed = changed(balancing.targetGroups().get(arn), r);
        if (changed.healthCheckTimeoutSeconds() > changed.healthCheckIntervalSeconds()) {
            throw new WireFault(
                    400,
                    "ValidationError",
                    "Health check interval must be greater than the timeout: " + changed.healthCheckIntervalSeconds()
                            + " and " + changed.healthCheckTimeoutSeconds());
        }
        balancing.targetGroups().put(changed);
        world.targets().of(arn).forEach(t -> world.targets()
                .recheck(t.description().id()));
        return ModifyTargetGroupResponse.builder().targetGroups(changed).build();
    }

    private static TargetGroup changed(TargetGroup group, ModifyTargetGroupRequest r) {
        return group.toBuilder()
                .healthCheckProtocol(or(r.healthCheckProtocolAsString(), group.healthCheckProtocolAsString()))
                .healthCheckPort(or(r.healthCheckPort(), group.healthCheckPort()))
                .healthCheckPath(or(r.healthCheckPath(), group.healthCheckPath()))
                .healthCheckEnabled(or(r.healthCheckEnabled(), group.healthCheckEnabled()))
                .healthCheckIntervalSeconds(or(r.healthCheckIntervalSeconds(), group.healthCheckIntervalSeconds()))
                .healthCheckTimeoutSeconds(or(r.healthCheckTimeoutSeconds(), group.healthCheckTimeoutSeconds()))
                .healthyThresholdCount(or(r.healthyThresholdCount(), group.healthyThresholdCount()))
                .unhealthyThresholdCount(or(r.unhealthyThresholdCount(), group.unhealthyThresholdCount()))
                .matcher(or(r.matcher(), group.matcher()))
                .build();
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T before) {
        return wanted == null ? before : wanted;
    }

    private static ModifyRuleResponse rule(World world, ModifyRuleRequest r, Call call) {
        Balancing balancing = world.balancing();
        ElbBalancers.requireIn(balancing.rules().contains(r.ruleArn()), "Rule", r.ruleArn());
        Rule rule = balancing.rules().get(r.ruleArn());
        if (Boolean.TRUE.equals(rule.isDefault())) {
            throw new WireFault(400, "OperationNotPermitted", "Default rule '" + r.ruleArn() + "' cannot be modified");
        }
        List<String> groups =
                r.actions().stream().flatMap(a -> forwarded(a).stream()).toList();
        groups.forEach(arn -> ElbBalancers.requireIn(balancing.targetGroups().contains(arn), "TargetGroup", arn));
        Rule changed = rule.toBuilder()
                .actions(r.actions().isEmpty() ? rule.actions() : r.actions())
                .conditions(r.conditions().isEmpty() ? rule.conditions() : r.conditions())
                .build();
        balancing.rules().put(changed);
        groups.forEach(arn -> use(world, arn, balancerOf(balancing, r.ruleArn())));
        return ModifyRuleResponse.builder().rules(changed).build();
    }

    private static List<String> forwarded(Action action) {
        if (action.forwardConfig() != null) {
            return action.forwardConfig().targetGroups().stream()
                    .map(TargetGroupTuple::targetGroupArn)
                    .toList();
        }
        return action.targetGroupArn() == null ? List.of() : List.of(action.targetGroupArn());
    }

    private static String balancerOf(Balancing balancing, String ruleArn) {
        String listener = ruleArn.substring(0, ruleArn.lastIndexOf('/')).replace(":listener-rule/", ":listener/");
        return balancing.listeners().get(listener).loadBalancerArn();
    }

    /** A group that nobody forwarded to is checked from now on. */
    private static void use(World world, String group, String balancer) {
        var groups = world.balancing().targetGroups();
        if (!groups.get(group).loadBalancerArns().contains(balancer)) {
            groups.change(group, g -> {
                List<String> more = new ArrayList<>(g.loadBalancerArns());
                more.add(balancer);
                return g.toBuilder().loadBalancerArns(more).build();
            });
            world.targets().of(group).forEach(t -> world.targets()
                    .recheck(t.description().id()));
        }
    }
}
