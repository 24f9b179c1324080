package io.atalaya.deployment.reach;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tiers of a deployment. */
final class Tiers {
    /** More groups of instances than this nobody reads in one table: they become one for each VPC. */
    private static final int MOST = 24;

    private final NetworkIndex index;

    Tiers(NetworkIndex index) {
        this.index = index;
    }

    List<Matrix.Tier> all() {
        var tiers = new ArrayList<Matrix.Tier>();
        tiers.add(new Matrix.Tier(Matrix.Kind.INTERNET, null, List.of()));
        if (!index.outside().onPremises(null).isEmpty()) {
            tiers.add(new Matrix.Tier(Matrix.Kind.ON_PREMISES, null, List.of()));
        }
        var balancers = index.deployment().items(Parts.LOAD_BALANCERS);
        if (balancers.size() <= MOST) {
            balancers.forEach(
                    each -> tiers.add(new Matrix.Tier(Matrix.Kind.BALANCER, each.name(), List.of(each.ref()))));
        } else {
            tiers.add(new Matrix.Tier(Matrix.Kind.BALANCER, null, refs(balancers)));
        }
        tiers.addAll(instances());
        some(tiers, Matrix.Kind.DATABASES, index.deployment().items(Parts.DATABASES));
        some(tiers, Matrix.Kind.FILE_SYSTEMS, index.deployment().items(Parts.MOUNT_TARGETS));
        return tiers;
    }

    private static void some(List<Matrix.Tier> tiers, Matrix.Kind kind, List<? extends Resource> members) {
        if (!members.isEmpty()) {
            tiers.add(new Matrix.Tier(kind, null, refs(members)));
        }
    }

    private static List<ResourceRef> refs(List<? extends Resource> members) {
        return members.stream().map(Resource::ref).toList();
    }

    private List<Matrix.Tier> instances() {
        var byGroup = new LinkedHashMap<String, List<ResourceRef>>();
        var byVpc = new LinkedHashMap<String, List<ResourceRef>>();
        for (var each : index.deployment().items(Parts.INSTANCES)) {
            var nics = index.nicsOf(each.ref());
            if (nics.isEmpty()) {
                continue;
            }
            byGroup.computeIfAbsent(name(each.id(), nics.getFirst()), unused -> new ArrayList<>())
                    .add(each.ref());
            var vpc = index.vpc(nics.getFirst().vpcId());
            byVpc.computeIfAbsent(vpc == null ? nics.getFirst().vpcId() : vpc.name(), unused -> new ArrayList<>())
                    .add(each.ref());
        }
        Map<String, List<ResourceRef>> chosen = byGroup.size() <= MOST ? byGroup : byVpc;
        return chosen.entrySet().stream()
                .map(each -> new Matrix.Tier(Matrix.Kind.INSTANCES, each.getKey(), each.getValue()))
                .toList();
    }

    private String name(String instanceId, Nic nic) {
        var scaling = index.deployment().index().scalingGroup(instanceId);
        if (scaling != null) {
            return scaling.name();
        }
        var groups = nic.groups();
        if (groups == null || groups.isEmpty()) {
            return nic.subnetId();
        }
        var group = index.find(SecurityGroup.class, ResourceType.SECURITY_GROUP, groups.getFirst());
        return group == null ? groups.getFirst() : group.name();
    }
}
