package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.LoadBalancer;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.NetworkInterface;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.VpcEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which resources of a snapshot wear a security group, and which groups name it in their rules. One pass. */
final class GroupUses {
    /** What can wear a group. */
    static final List<Part<?>> MADE_OF = List.of(
            Parts.INSTANCES,
            Parts.LOAD_BALANCERS,
            Parts.DATABASES,
            Parts.DATABASE_CLUSTERS,
            Parts.MOUNT_TARGETS,
            Parts.VPC_ENDPOINTS,
            Parts.NETWORK_INTERFACES);

    private final Map<String, List<Resource>> wearers = new HashMap<>();
    private final Map<String, Set<String>> namedBy = new HashMap<>();
    private final Map<String, Integer> templates = new HashMap<>();
    private final boolean complete;

    GroupUses(Deployment deployment) {
        wear(deployment, Parts.INSTANCES, Instance::securityGroupIds);
        wear(deployment, Parts.LOAD_BALANCERS, LoadBalancer::securityGroupIds);
        wear(deployment, Parts.DATABASES, Database::securityGroupIds);
        wear(deployment, Parts.DATABASE_CLUSTERS, DatabaseCluster::securityGroupIds);
        wear(deployment, Parts.MOUNT_TARGETS, MountTarget::securityGroupIds);
        wear(deployment, Parts.VPC_ENDPOINTS, VpcEndpoint::securityGroupIds);
        interfaces(deployment);
        for (var group : deployment.items(Parts.SECURITY_GROUPS)) {
            for (var rule : group.rules()) {
                if (rule.groupId() != null && !rule.groupId().equals(group.id())) {
                    namedBy.computeIfAbsent(rule.groupId(), it -> new TreeSet<>())
                            .add(group.id());
                }
            }
        }
        for (var template : deployment.items(Parts.LAUNCH_TEMPLATES)) {
            var groups = new HashSet<String>();
            template.versions().forEach(version -> groups.addAll(version.securityGroupIds()));
            groups.forEach(group -> templates.merge(group, 1, Integer::sum));
        }
        complete = read(deployment, Parts.NETWORK_INTERFACES);
    }

    private <T extends Resource> void wear(Deployment deployment, Part<T> part, Function<T, List<String>> groups) {
        for (var each : deployment.items(part)) {
            for (var group : groups.apply(each)) {
                wearers.computeIfAbsent(group, it -> new ArrayList<>(2)).add(each);
            }
        }
    }

    /** Only those whose owner is not there already: every wearer has interfaces, and those of others are all there is to see. */
    private void interfaces(Deployment deployment) {
        for (NetworkInterface each : deployment.items(Parts.NETWORK_INTERFACES)) {
            if (each.instanceId() == null) {
                for (var group : each.securityGroupIds()) {
                    var known = wearers.get(group);
                    if (known == null || known.stream().allMatch(it -> it.type() == ResourceType.NETWORK_INTERFACE)) {
                        wearers.computeIfAbsent(group, it -> new ArrayList<>(2)).add(each);
                    }
                }
            }
        }
    }

    private static boolean read(Deployment deployment, Part<?> part) {
        var observed = deployment.observed(part);
        var listing = observed.value();
        return listing != null && listing.complete() && observed.problem() == null;
    }

    /** Who wears it, in AWS's order. */
    List<Resource> of(String groupId) {
        return List.copyOf(wearers.getOrDefault(groupId, List.of()));
    }

    /** Ids of other groups whose rules name it. */
    Set<String> namedBy(String groupId) {
        return Set.copyOf(namedBy.getOrDefault(groupId, Set.of()));
    }

    /** How many launch templates would start machines with it. */
    int templates(String groupId) {
        return templates.getOrDefault(groupId, 0);
    }

    /** Whether it is certain that nothing wears it: only the network interfaces tell. */
    boolean isUnused(SecurityGroup group) {
        return complete && !wearers.containsKey(group.id());
    }

    /** Whether who wears a group is known completely. */
    boolean isComplete() {
        return complete;
    }

    /** What all of them are, where they are of one kind. */
    ResourceType kindOf(String groupId) {
        var kinds = new HashSet<ResourceType>();
        wearers.getOrDefault(groupId, List.of()).forEach(each -> kinds.add(each.type()));
        return kinds.size() == 1 ? kinds.iterator().next() : ResourceType.SECURITY_GROUP;
    }
}
