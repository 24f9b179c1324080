package io.atalaya.deployment.overview;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody took out of service: groups that no listener forwards to, targets that drain while their machine runs on. */
final class WithdrawnRule implements Rule {
    private static final String NOT_IN_USE = "Target.NotInUse";

    @Override
    public Stream<Finding> find(Situation situation) {
        return Stream.concat(
                situation.items(Parts.TARGET_GROUPS).stream().flatMap(group -> unused(group, situation)),
                draining(situation));
    }

    private static Stream<Finding> unused(TargetGroup group, Situation situation) {
        var targets = situation.index().targets(group.arn());
        if (targets == null
                || targets.isEmpty()
                || !targets.stream().allMatch(each -> NOT_IN_USE.equals(each.reason()))) {
            return Stream.empty();
        }
        var words = targets.getFirst().description();
        return Stream.of(new Finding(
                FindingKind.GROUP_NOT_IN_USE,
                Urgency.DEGRADED,
                group.ref(),
                Parts.TARGETS,
                null,
                List.of(group.name(), targets.size(), words == null ? "" : words)));
    }

    /** What Auto Scaling takes out drains because its machine is going to end; that is how it is meant. */
    private static Stream<Finding> draining(Situation situation) {
        return situation.items(Parts.TARGETS).stream()
                .filter(each -> each.state().equals("draining") && staysAlive(each, situation))
                .collect(Collectors.groupingBy(Target::targetId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> withdrawn(same, situation));
    }

    private static boolean staysAlive(Target target, Situation situation) {
        var instance = situation.compute().instance(target.targetId());
        var member = situation.index().member(target.targetId());
        return instance != null
                && instance.state().equals("running")
                && (member == null || member.lifecycleState().equals("InService"));
    }

    private static Finding withdrawn(List<Target> sameTarget, Situation situation) {
        var target = sameTarget.getFirst();
        return new Finding(
                FindingKind.TARGET_WITHDRAWN,
                Urgency.DEGRADED,
                Targets.ref(target, situation),
                Parts.TARGETS,
                null,
                List.of(
                        Targets.name(target, situation),
                        Targets.zone(target, situation),
                        sameTarget.stream()
                                .map(each -> situation
                                        .index()
                                        .find(TargetGroup.class, ResourceType.TARGET_GROUP, each.targetGroupArn())
                                        .map(TargetGroup::name)
                                        .orElse(each.targetGroupArn()))
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }
}
