package io.atalaya.deployment.balancing;

import io.atalaya.deployment.BalancerZone;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import io.atalaya.deployment.TargetGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is called out of target groups: nobody there, nobody healthy, zones that do not fit. */
final class GroupCallouts {
    private final Routes routes;

    GroupCallouts(Routes routes) {
        this.routes = routes;
    }

    Stream<Callout> all() {
        return routes.index().deployment().items(Parts.TARGET_GROUPS).stream().flatMap(this::of);
    }

    private Stream<Callout> of(TargetGroup group) {
        var found = new ArrayList<Callout>();
        if (!group.healthCheck().enabled()) {
            found.add(called(Callout.Kind.CHECK_DISABLED, group));
        }
        var targets = routes.index().targets(group.arn());
        if (targets == null) {
            return found.stream();
        }
        if (group.balancerArns().isEmpty()) {
            found.add(called(Callout.Kind.NO_BALANCER, group, targets.size()));
            return found.stream();
        }
        if (targets.isEmpty()) {
            if (!routes.listeners(group.arn()).isEmpty()) {
                found.add(called(Callout.Kind.NO_TARGET, group));
            }
            return found.stream();
        }
        var facts = targets.stream().map(each -> TargetFacts.of(each, routes)).toList();
        if (facts.stream().noneMatch(each -> each.condition().state() == State.HEALTHY)
                && facts.stream().anyMatch(each -> each.condition().state() == State.FAILED)) {
            found.add(called(Callout.Kind.NO_HEALTHY_TARGET, group, targets.size()));
        }
        zones(group, facts, found);
        return found.stream();
    }

    /** A target that drains or whose machine is stopped holds no zone. */
    private void zones(TargetGroup group, List<TargetFacts> facts, List<Callout> found) {
        var byZone = new TreeMap<String, Integer>();
        for (var each : facts) {
            if (each.zone() != null && !each.draining() && !each.registeredButStopped()) {
                byZone.merge(each.zone(), 1, Integer::sum);
            }
        }
        if (byZone.isEmpty() || group.targetType().equals("lambda")) {
            return;
        }
        var balancers = routes.balancers(group);
        var enabled = balancers.stream()
                .flatMap(each -> each.zones().stream())
                .map(BalancerZone::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!enabled.isEmpty()) {
            byZone.forEach((zone, count) -> {
                if (!enabled.contains(zone)) {
                    found.add(called(Callout.Kind.ZONE_NOT_ENABLED, group, zone, count));
                }
            });
        }
        if (byZone.size() == 1) {
            found.add(called(
                    Callout.Kind.ONE_ZONE,
                    group,
                    byZone.firstKey(),
                    byZone.firstEntry().getValue()));
            return; // that the other zones have nobody says the same
        }
        balancers.forEach(balancer -> unused(group, balancer, byZone.keySet(), found));
    }

    private static void unused(TargetGroup group, LoadBalancer balancer, Set<String> used, List<Callout> found) {
        balancer.zones().stream()
                .map(BalancerZone::zone)
                .filter(zone -> !used.contains(zone))
                .sorted()
                .forEach(zone -> found.add(called(Callout.Kind.ZONE_UNUSED, group, zone, balancer.name())));
    }

    private static Callout called(Callout.Kind kind, TargetGroup group, Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.add(group.name());
        arguments.addAll(List.of(more));
        return Callout.of(kind, group.ref(), group.name(), arguments.toArray());
    }
}
