package io.atalaya.operate.preflight;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.deployment.ScalingMember;
import io.atalaya.operate.act.EnterStandby;
import io.atalaya.operate.act.ExitStandby;
import io.atalaya.operate.act.ResizeScalingGroup;
import io.atalaya.operate.act.ResumeProcesses;
import io.atalaya.operate.act.SuspendProcesses;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sizes, standby and suspended processes of scaling groups. */
final class GroupRules {
    private final Known known;
    private final Findings found;

    GroupRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void resize(ResizeScalingGroup act) {
        group(act.groupName()).ifPresent(it -> {
            if (act.desired() < act.min() || act.desired() > act.max()) {
                found.blocked("desiredOutside", act.desired(), act.min(), act.max());
                return;
            }
            if (it.min() == act.min() && it.desired() == act.desired() && it.max() == act.max()) {
                found.blocked("nothingToDo", it.name());
                return;
            }
            if (act.desired() > it.desired()) {
                found.note("grows", it.name(), act.desired() - it.desired());
                suspended(it, "Launch");
            } else if (act.desired() < it.desired()) {
                shrinks(it, act.desired());
            } else {
                found.note("limitsOnly", act.min(), act.max());
            }
        });
    }

    private void shrinks(ScalingGroup group, int desired) {
        var leaving = group.desired() - desired;
        found.caution("shrinks", group.name(), leaving);
        if (desired == 0) {
            found.danger("groupEmpty", group.name());
        } else {
            var zones = group.zones().size();
            if (desired < zones) {
                found.caution("fewerThanZones", desired, zones);
            }
            group.targetGroupArns().forEach(it -> healthyLeft(it, leaving));
        }
        suspended(group, "Terminate");
    }

    /** Auto Scaling chooses by zone and age, not by health: at the worst all that leave are healthy ones. */
    private void healthyLeft(String targetGroupArn, int leaving) {
        known.sure(Parts.TARGETS);
        var targets = known.index().targets(targetGroupArn);
        if (targets == null) {
            return;
        }
        var healthy = (int) targets.stream().filter(TargetsLeft::healthy).count();
        var name = TargetsLeft.name(known, targetGroupArn);
        if (healthy > 0 && healthy <= leaving) {
            found.danger("mayLeaveNone", name, healthy, leaving);
        } else if (healthy > 0 && known.sure(Parts.TARGETS)) {
            found.note("targetsLeft", name, healthy - leaving, targets.size() - leaving);
        }
    }

    private void suspended(ScalingGroup group, String process) {
        if (group.suspendedProcesses().contains(process)) {
            found.caution("processIsSuspended", process);
        }
    }

    void enterStandby(EnterStandby act) {
        group(act.groupName()).ifPresent(group -> {
            var member = member(group, act.instanceId());
            if (member == null || !member.lifecycleState().equals("InService")) {
                found.blocked("memberState", member == null ? "–" : member.lifecycleState());
                return;
            }
            if (act.decrementDesired() && group.desired() - 1 < group.min()) {
                found.blocked("belowMin", group.desired() - 1, group.min());
                return;
            }
            new TargetsLeft(known, found)
                    .without(target -> target.targetId().equals(act.instanceId())
                            && group.targetGroupArns().contains(target.targetGroupArn()));
            if (act.decrementDesired()) {
                found.caution("standbyWithout", group.name(), group.desired() - 1);
            } else {
                found.caution("standbyStartsAnother", group.name());
                suspended(group, "Launch");
            }
            new Draining(known, found).of(group.targetGroupArns());
        });
    }

    void exitStandby(ExitStandby act) {
        group(act.groupName()).ifPresent(group -> {
            var member = member(group, act.instanceId());
            if (member == null || !member.lifecycleState().equals("Standby")) {
                found.blocked("memberState", member == null ? "–" : member.lifecycleState());
                return;
            }
            if (group.desired() + 1 > group.max()) {
                found.caution("aboveMax", group.desired() + 1, group.max());
            }
            known.sure(Parts.INSTANCES);
            known.index()
                    .find(Instance.class, ResourceType.INSTANCE, act.instanceId())
                    .filter(it -> !it.state().equals("running"))
                    .ifPresent(it -> found.danger("standbyNotRunning", Names.of(it), it.state()));
            found.note("backInService", group.name(), group.desired() + 1);
        });
    }

    void suspend(SuspendProcesses act) {
        group(act.groupName()).ifPresent(group -> {
            var more = act.processes().stream()
                    .filter(it -> !group.suspendedProcesses().contains(it))
                    .toList();
            if (more.isEmpty()) {
                found.blocked("nothingToDo", Names.some(act.processes()));
                return;
            }
            if (more.stream().anyMatch(List.of("HealthCheck", "ReplaceUnhealthy", "Terminate", "Launch")::contains)) {
                found.danger("nothingReplaced", group.name());
            }
            if (more.contains("AddToLoadBalancer")) {
                found.caution("notAddedToBalancer");
            }
            found.caution("suspends", group.name(), String.join(", ", more));
        });
    }

    void resume(ResumeProcesses act) {
        group(act.groupName()).ifPresent(group -> {
            var fewer = act.processes().stream()
                    .filter(group.suspendedProcesses()::contains)
                    .toList();
            if (fewer.isEmpty()) {
                found.blocked("nothingToDo", Names.some(act.processes()));
                return;
            }
            var unhealthy = group.members().stream()
                    .filter(it -> it.healthStatus().equalsIgnoreCase("Unhealthy"))
                    .count();
            var still = group.suspendedProcesses().stream()
                    .filter(it -> !fewer.contains(it))
                    .toList();
            if (unhealthy > 0 && still.stream().noneMatch(List.of("ReplaceUnhealthy", "Terminate")::contains)) {
                found.danger("replacesAtOnce", unhealthy);
            }
            if (fewer.contains("AZRebalance")) {
                found.caution("rebalances");
            }
            found.note("resumes", group.name(), String.join(", ", fewer));
        });
    }

    private static @Nullable ScalingMember member(ScalingGroup group, String instanceId) {
        return group.members().stream()
                .filter(it -> it.instanceId().equals(instanceId))
                .findFirst()
                .orElse(null);
    }

    private Optional<ScalingGroup> group(String name) {
        return known.subject(ScalingGroup.class, ResourceType.SCALING_GROUP, name, Parts.SCALING_GROUPS, found);
    }
}
