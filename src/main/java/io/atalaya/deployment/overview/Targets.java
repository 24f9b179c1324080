package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import java.util.List;

/** What rules ask about targets. */
final class Targets {
    private Targets() {}

    /** An unused target receives nothing by somebody's choice; that is no failure of the target. */
    static boolean counts(Target target) {
        return !target.state().equals("unused") || Conditions.of(target).state() == State.FAILED;
    }

    static boolean healthy(Target target) {
        return Conditions.of(target).state() == State.HEALTHY;
    }

    static boolean failed(Target target) {
        return Conditions.of(target).state() == State.FAILED;
    }

    /** The zone AWS names, else that of the instance; {@code -} where neither is known. */
    static String zone(Target target, Situation situation) {
        if (target.zone() != null && !target.zone().equals("all")) {
            return target.zone();
        }
        var instance = situation.compute().instance(target.targetId());
        return instance == null ? "-" : instance.zone();
    }

    static String name(Target target, Situation situation) {
        var instance = situation.compute().instance(target.targetId());
        return instance == null ? target.targetId() : instance.name();
    }

    static ResourceRef ref(Target target, Situation situation) {
        Instance instance = situation.compute().instance(target.targetId());
        return instance == null ? new ResourceRef(ResourceType.TARGET_GROUP, target.targetGroupArn()) : instance.ref();
    }

    /** Targets of a group that count; empty where their health was not read. */
    static List<Target> of(String targetGroupArn, Situation situation) {
        var targets = situation.index().targets(targetGroupArn);
        return targets == null
                ? List.of()
                : targets.stream().filter(Targets::counts).toList();
    }
}
