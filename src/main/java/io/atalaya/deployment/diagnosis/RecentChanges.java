package io.atalaya.deployment.diagnosis;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.balancing.Routes;
import io.atalaya.deployment.balancing.TargetFacts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What was changed lately of that which stands between a target and its balancers: their groups, ACLs and route tables. */
public final class RecentChanges {
    private RecentChanges() {}

    /** The newest of these changes that concerns a target; empty where none does. */
    public static Optional<Changed> of(Routes routes, TargetFacts target, List<Changed> changes) {
        var between = between(routes, target);
        return changes.stream()
                .filter(each -> between.contains(each.resource()))
                .max(Comparator.comparing(Changed::at));
    }

    static void look(Routes routes, TargetFacts target, List<Changed> changes, Seen seen) {
        if (!changes.isEmpty()) {
            of(routes, target, changes).ifPresent(each -> seen.put(Observation.CHANGED, true, each.resource()));
        }
    }

    private static Set<ResourceRef> between(Routes routes, TargetFacts target) {
        var found = new HashSet<ResourceRef>();
        var subnets = new HashSet<String>();
        var instance = target.instance();
        if (instance != null) {
            instance.securityGroupIds().forEach(each -> found.add(new ResourceRef(ResourceType.SECURITY_GROUP, each)));
            if (instance.subnetId() != null) {
                subnets.add(instance.subnetId());
            }
        }
        var group = routes.group(target.target().targetGroupArn());
        if (group != null) {
            for (var balancer : routes.balancers(group)) {
                balancer.securityGroupIds()
                        .forEach(each -> found.add(new ResourceRef(ResourceType.SECURITY_GROUP, each)));
                balancer.zones().stream()
                        .map(each -> each.subnetId())
                        .filter(Objects::nonNull)
                        .forEach(subnets::add);
            }
        }
        var deployment = routes.index().deployment();
        deployment.items(Parts.NETWORK_ACLS).stream()
                .filter(each -> each.subnetIds().stream().anyMatch(subnets::contains))
                .forEach(each -> found.add(each.ref()));
        var tables = deployment.items(Parts.ROUTE_TABLES);
        for (var id : subnets) {
            var own = tables.stream()
                    .filter(each -> each.subnetIds().contains(id))
                    .toList();
            own.forEach(each -> found.add(each.ref()));
            if (own.isEmpty()) {
                deployment.items(Parts.SUBNETS).stream()
                        .filter(each -> each.id().equals(id))
                        .forEach(subnet -> tables.stream()
                                .filter(each -> each.main() && each.vpcId().equals(subnet.vpcId()))
                                .forEach(each -> found.add(each.ref())));
            }
        }
        return found;
    }
}
