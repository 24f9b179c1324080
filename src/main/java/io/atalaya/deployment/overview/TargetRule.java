package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Targets that do not pass their health check. One finding per target over all groups it is in, as long as a group has few
 * of them; more become one finding of the group.
 */
final class TargetRule implements Rule {
    static final int FEW = 3;
    private static final Part<?> BASIS = Parts.TARGETS;

    @Override
    public Stream<Finding> find(Situation situation) {
        var failedByGroup = situation.items(Parts.TARGETS).stream()
                .filter(Targets::failed)
                .collect(Collectors.groupingBy(Target::targetGroupArn, LinkedHashMap::new, Collectors.toList()));
        var single = failedByGroup.values().stream()
                .filter(each -> each.size() <= FEW)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Target::targetId, LinkedHashMap::new, Collectors.toList()));
        var many =
                failedByGroup.entrySet().stream().filter(each -> each.getValue().size() > FEW);
        return Stream.of(
                        single.values().stream().map(targets -> one(targets, situation)),
                        many.map(each -> several(each, situation)),
                        situation.items(Parts.TARGET_GROUPS).stream().flatMap(group -> none(group, situation)))
                .flatMap(each -> each);
    }

    private static Finding one(List<Target> sameTarget, Situation situation) {
        var target = sameTarget.getFirst();
        var groups = sameTarget.stream()
                .map(each -> groupName(each.targetGroupArn(), situation))
                .distinct()
                .collect(Collectors.joining(", "));
        var description = target.description() == null ? "" : target.description();
        return new Finding(
                FindingKind.TARGET_UNHEALTHY,
                Urgency.FAILED,
                Targets.ref(target, situation),
                BASIS,
                null,
                List.of(
                        Targets.name(target, situation),
                        Targets.zone(target, situation),
                        Conditions.of(target).word(),
                        groups,
                        description));
    }

    private static Finding several(Map.Entry<String, List<Target>> group, Situation situation) {
        var reasons = group.getValue().stream()
                .map(each -> Conditions.of(each).word())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new Finding(
                FindingKind.TARGETS_UNHEALTHY,
                Urgency.FAILED,
                new ResourceRef(ResourceType.TARGET_GROUP, group.getKey()),
                BASIS,
                null,
                List.of(
                        groupName(group.getKey(), situation),
                        group.getValue().size(),
                        Targets.of(group.getKey(), situation).size(),
                        reasons));
    }

    /** Elastic Load Balancing then sends requests to all of them, healthy or not. */
    private static Stream<Finding> none(TargetGroup group, Situation situation) {
        var targets = Targets.of(group.arn(), situation);
        if (targets.isEmpty()
                || targets.stream().anyMatch(Targets::healthy)
                || targets.stream().noneMatch(Targets::failed)) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                FindingKind.NO_HEALTHY_TARGET,
                Urgency.FAILED,
                group.ref(),
                BASIS,
                null,
                List.of(group.name(), targets.size())));
    }

    private static String groupName(String arn, Situation situation) {
        return situation
                .index()
                .find(TargetGroup.class, ResourceType.TARGET_GROUP, arn)
                .map(TargetGroup::name)
                .orElse(arn);
    }
}
