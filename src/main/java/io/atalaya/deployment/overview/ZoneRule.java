package io.atalaya.deployment.overview;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Target;
import io.atalaya.deployment.TargetGroup;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A zone in which a balancer takes requests and a target group has nobody healthy to give them to. */
final class ZoneRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.TARGET_GROUPS).stream().flatMap(group -> of(group, situation));
    }

    private static Stream<Finding> of(TargetGroup group, Situation situation) {
        var targets = Targets.of(group.arn(), situation);
        var serving = new TreeSet<String>();
        targets.stream().filter(Targets::healthy).forEach(target -> serving.add(Targets.zone(target, situation)));
        if (serving.isEmpty()) {
            return Stream.empty();
        }
        var zones = new TreeSet<String>();
        situation.items(Parts.LOAD_BALANCERS).stream()
                .filter(balancer -> group.balancerArns().contains(balancer.arn()))
                .map(LoadBalancer::zones)
                .forEach(each -> each.stream().map(BalancerZone::zone).forEach(zones::add));
        return zones.stream().filter(zone -> !serving.contains(zone)).flatMap(zone -> {
            var there = targets.stream()
                    .filter(target -> Targets.zone(target, situation).equals(zone))
                    .toList();
            return worthSaying(there)
                    ? Stream.of(new Finding(
                            FindingKind.ZONE_NOT_SERVED,
                            Urgency.DEGRADED,
                            group.ref(),
                            Parts.TARGETS,
                            null,
                            List.of(zone, group.name(), there.size(), String.join(", ", serving))))
                    : Stream.<Finding>empty();
        });
    }

    /** Targets that are just being registered or drained will be there, or are meant to go. */
    private static boolean worthSaying(List<Target> there) {
        return there.isEmpty() || there.stream().anyMatch(Targets::failed);
    }
}
