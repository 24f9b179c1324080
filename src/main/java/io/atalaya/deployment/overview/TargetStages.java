package io.atalaya.deployment.overview;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums up the targets of all groups. */
final class TargetStages {
    private static final Comparator<Target> BY_STATE =
            Comparator.comparing((Target each) -> Conditions.of(each).state());

    private TargetStages() {}

    static TargetStage of(Situation situation) {
        var observed = situation.deployment().observed(Parts.TARGETS);
        var worstById = new LinkedHashMap<String, Target>();
        // A machine may be registered in several groups: it counts once among the targets, they count all.
        var all =
                situation.items(Parts.TARGETS).stream().filter(Targets::counts).toList();
        all.forEach(each -> worstById.merge(
                each.targetId(), each, (one, other) -> BY_STATE.compare(one, other) >= 0 ? one : other));
        var arns = all.stream().map(Target::targetGroupArn).distinct().toList();
        var targets = worstById.values();
        var healthy = (int) targets.stream().filter(Targets::healthy).count();
        var zones = zones(targets, situation);
        return new TargetStage(
                state(targets, healthy, observed.value() != null),
                name(targets, arns, situation),
                arns.size(),
                healthy,
                targets.size(),
                zones,
                observed.value() != null,
                observed.problem());
    }

    /** Nobody answers: failed. Some do: degraded. */
    private static State state(Collection<Target> targets, int healthy, boolean read) {
        if (targets.isEmpty()) {
            return read ? State.HEALTHY : State.UNKNOWN;
        }
        var worst = targets.stream()
                .map(each -> Conditions.of(each).state())
                .reduce(State::worse)
                .orElse(State.UNKNOWN);
        return worst == State.FAILED && healthy > 0 ? State.DEGRADED : worst;
    }

    private static List<TargetStage.Zone> zones(Collection<Target> targets, Situation situation) {
        var byZone = targets.stream()
                .collect(Collectors.groupingBy(
                        each -> Targets.zone(each, situation), TreeMap::new, Collectors.toList()));
        return byZone.entrySet().stream()
                .map(each -> zone(each.getKey(), each.getValue(), situation))
                .sorted(Comparator.comparing(
                                (TargetStage.Zone each) -> each.condition().state())
                        .reversed()
                        .thenComparing(TargetStage.Zone::name))
                .toList();
    }

    private static TargetStage.Zone zone(String name, List<Target> there, Situation situation) {
        var worst = there.stream().max(BY_STATE).orElse(there.getFirst());
        var instance = situation.compute().instance(worst.targetId());
        return new TargetStage.Zone(
                name,
                (int) there.stream().filter(Targets::healthy).count(),
                there.size(),
                Conditions.of(worst),
                there.size() > 1 || instance == null ? null : instance.privateIp(),
                Targets.ref(worst, situation));
    }

    /** The scaling group all of them belong to, else their only target group, else nothing. */
    private static String name(Collection<Target> targets, List<String> arns, Situation situation) {
        var groups = targets.stream()
                .map(each -> situation.compute().groupOf(each.targetId()))
                .map(group -> group == null ? "" : group.name())
                .distinct()
                .limit(2)
                .toList();
        if (groups.size() == 1 && !groups.getFirst().isEmpty()) {
            return groups.getFirst();
        }
        return arns.size() != 1
                ? ""
                : situation
                        .index()
                        .find(TargetGroup.class, ResourceType.TARGET_GROUP, arns.getFirst())
                        .map(TargetGroup::name)
                        .orElse("");
    }
}
