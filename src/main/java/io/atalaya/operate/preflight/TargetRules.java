package io.atalaya.operate.preflight;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import io.atalaya.operate.act.DeregisterTarget;
import io.atalaya.operate.act.RegisterTarget;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Putting targets into a group and taking them out. */
final class TargetRules {
    private final Known known;
    private final Findings found;

    TargetRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void register(RegisterTarget act) {
        group(act.targetGroupArn()).ifPresent(group -> {
            known.sure(Parts.TARGETS);
            var targets = known.index().targets(group.arn());
            var port = act.port() == null ? group.port() : act.port();
            if (targets != null
                    && targets.stream()
                            .anyMatch(it -> it.targetId().equals(act.targetId())
                                    && (port == null || it.port() == null || port.equals(it.port()))
                                    && !it.state().contains("draining"))) {
                found.blocked("nothingToDo", act.targetId());
                return;
            }
            if (group.targetType().equals("instance")) {
                known.subject(Instance.class, ResourceType.INSTANCE, act.targetId(), Parts.INSTANCES, found)
                        .ifPresent(it -> instance(it, group));
            }
            if (group.balancerArns().isEmpty()) {
                found.caution("groupUnused", group.name());
            } else {
                var check = group.healthCheck();
                found.note("servesAfter", group.name(), check.intervalSeconds() * check.healthyThreshold());
            }
        });
    }

    private void instance(Instance instance, TargetGroup group) {
        if (group.vpcId() != null && instance.vpcId() != null && !group.vpcId().equals(instance.vpcId())) {
            found.blocked("otherVpc", Names.of(instance), instance.vpcId(), group.vpcId());
        }
        if (!instance.state().equals("running")) {
            found.caution("targetNotRunning", Names.of(instance), instance.state());
        }
        known.sure(Parts.LOAD_BALANCERS);
        var balancers = group.balancerArns().stream()
                .map(it -> known.index().find(LoadBalancer.class, ResourceType.LOAD_BALANCER, it))
                .flatMap(Optional::stream)
                .toList();
        var zones = balancers.stream()
                .flatMap(it -> it.zones().stream())
                .map(BalancerZone::zone)
                .toList();
        if (!balancers.isEmpty() && !zones.contains(instance.zone())) {
            found.caution(
                    "zoneNotEnabled", instance.zone(), balancers.getFirst().name());
        }
    }

    void deregister(DeregisterTarget act) {
        group(act.targetGroupArn()).ifPresent(group -> {
            var sure = known.sure(Parts.TARGETS);
            var targets = known.index().targets(group.arn());
            if (targets == null) {
                return;
            }
            var leaving = targets.stream().filter(it -> leaves(it, act)).toList();
            if (leaving.isEmpty()) {
                if (sure) {
                    found.blocked("nothingToDo", act.targetId());
                }
                return;
            }
            if (leaving.stream().allMatch(it -> it.state().equals("draining"))) {
                found.blocked("nothingToDo", "draining");
                return;
            }
            member(act.targetId(), group);
            new TargetsLeft(known, found).without(it -> leaves(it, act));
            new Draining(known, found).of(List.of(group.arn()));
            var instance = instance(act.targetId());
            found.caution("deregisters", instance == null ? act.targetId() : Names.of(instance), group.name());
        });
    }

    private static boolean leaves(Target target, DeregisterTarget act) {
        return target.targetGroupArn().equals(act.targetGroupArn())
                && target.targetId().equals(act.targetId())
                && (act.port() == null || Objects.equals(act.port(), target.port()));
    }

    /** A scaling group put it there; with ELB checks it takes a member that no balancer finds healthy for a failed one. */
    private void member(String targetId, TargetGroup group) {
        known.sure(Parts.SCALING_GROUPS);
        var scaling = known.index().scalingGroup(targetId);
        var instance = instance(targetId);
        if (scaling != null && instance != null && scaling.targetGroupArns().contains(group.arn())) {
            found.offering(
                    Severity.CAUTION,
                    MemberRules.standby(instance, scaling, known),
                    "memberDeregistered",
                    scaling.name());
        }
    }

    private @Nullable Instance instance(String id) {
        return known.index().find(Instance.class, ResourceType.INSTANCE, id).orElse(null);
    }

    private Optional<TargetGroup> group(String arn) {
        return known.subject(TargetGroup.class, ResourceType.TARGET_GROUP, arn, Parts.TARGET_GROUPS, found);
    }
}
