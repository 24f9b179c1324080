package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.ScalingGroup;
import io.atalaya.operate.act.Settling.Progress;
import java.time.Duration;
import java.util.Optional;

/**
 * autoscaling:UpdateAutoScalingGroup of the three numbers of a group. A desired number outside of minimum and maximum makes an
 * operation, so that preflight can say what is wrong with it; AWS refuses it (ValidationError).
 */
public record ResizeScalingGroup(String groupName, int min, int desired, int max) implements Operation {
    /** Far above any account's quota of instances: keeps slips of the finger out. */
    private static final int MOST = 10_000;

    public ResizeScalingGroup {
        Input.name(groupName);
        Input.range("operate.input.groupSize", min, 0, MOST);
        Input.range("operate.input.groupSize", desired, 0, MOST);
        Input.range("operate.input.groupSize", max, 0, MOST);
        Input.require(min <= max, "operate.input.groupMinMax");
    }

    @Override
    public ResourceRef on() {
        return Groups.ref(groupName);
    }

    @Override
    public AwsRequest request() {
        return Groups.request("UpdateAutoScalingGroup", groupName)
                .with("MinSize", min)
                .with("MaxSize", max)
                .with("DesiredCapacity", desired);
    }

    /** Until as many members are in service as are desired; those in standby do not count, in AWS either. */
    @Override
    public Settling settling() {
        return Watched.one(
                Parts.SCALING_GROUPS, Duration.ofMinutes(20), it -> it.name().equals(groupName), (before, now) -> {
                    if (now == null) {
                        return Progress.failed("");
                    }
                    var inService = now.members().stream()
                            .filter(it -> it.lifecycleState().equals("InService"))
                            .count();
                    var leaving = now.members().stream()
                            .anyMatch(it -> it.lifecycleState().startsWith("Terminating"));
                    var words = inService + " / " + now.desired() + " InService";
                    return sized(now) && inService == desired && !leaving
                            ? Progress.done(words)
                            : Progress.underWay(words);
                });
    }

    private boolean sized(ScalingGroup group) {
        return group.min() == min && group.desired() == desired && group.max() == max;
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(ScalingGroup.class, ResourceType.SCALING_GROUP, groupName)
                .filter(it -> !sized(it))
                .flatMap(it -> Undo.by(() -> new ResizeScalingGroup(groupName, it.min(), it.desired(), it.max())));
    }
}
