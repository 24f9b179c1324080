package io.atalaya.deployment.files;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.SecurityGroup;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.topology.Flow;
import io.atalaya.deployment.topology.Permits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who reaches which mount target. Clients use the mount target of their own zone: its name resolves to that one. */
final class Mounts {
    private static final int NFS = 2049;
    private static final int NAMED = 4;

    private final DeploymentIndex index;
    private final Permits permits;
    /** Running instances by network and zone. */
    private final Map<String, List<Instance>> running = new HashMap<>();

    Mounts(Deployment deployment) {
        this.index = deployment.index();
        this.permits = new Permits(index);
        for (var instance : deployment.items(Parts.INSTANCES)) {
            if (instance.state().equals("running")) {
                running.computeIfAbsent(instance.vpcId() + " " + instance.zone(), unused -> new ArrayList<>())
                        .add(instance);
            }
        }
    }

    List<MountFacts> of(FileSystem files) {
        var targets = index.mountTargets(files.id());
        var stopped = new HashMap<MountTarget, List<Instance>>();
        var able = new HashSet<String>();
        for (var mount : targets) {
            for (var instance : neighbours(mount)) {
                var flow = permits.check(instance, mount.securityGroupIds(), mount.ip() == null ? "" : mount.ip(), NFS);
                if (flow == Flow.PASSES) {
                    able.add(family(instance));
                } else if (flow == Flow.STOPPED) {
                    stopped.computeIfAbsent(mount, unused -> new ArrayList<>()).add(instance);
                }
            }
        }
        return targets.stream()
                .map(mount -> facts(mount, stopped.getOrDefault(mount, List.of()), able))
                .sorted(Comparator.comparing(MountFacts::zone)
                        .thenComparing(it -> it.mount().id()))
                .toList();
    }

    private MountFacts facts(MountTarget mount, List<Instance> stopped, HashSet<String> able) {
        var names = stopped.stream()
                .filter(each -> able.contains(family(each)))
                .map(each -> each.name() + " " + each.id())
                .sorted()
                .toList();
        return new MountFacts(
                mount,
                zone(mount),
                subnet(mount),
                mount.securityGroupIds().stream()
                        .map(id -> index.find(SecurityGroup.class, ResourceType.SECURITY_GROUP, id)
                                .orElse(null))
                        .filter(Objects::nonNull)
                        .toList(),
                neighbours(mount).size(),
                names.size() <= NAMED ? names : cut(names));
    }

    private static List<String> cut(List<String> names) {
        var some = new ArrayList<>(names.subList(0, NAMED));
        some.add("+" + (names.size() - NAMED));
        return some;
    }

    /**
     * Copies of one machine are expected to reach the same things; a machine that belongs to no scaling group is expected to
     * reach nothing that no other one of its kind does.
     */
    private String family(Instance instance) {
        var group = index.scalingGroup(instance.id());
        return group == null ? instance.id() : group.name();
    }

    private List<Instance> neighbours(MountTarget mount) {
        return running.getOrDefault(vpc(mount) + " " + zone(mount), List.of());
    }

    /** Zones of its networks with running instances of a kind that mounts it elsewhere, and without a mount target. */
    List<String> unserved(FileSystem files) {
        var targets = index.mountTargets(files.id());
        var served = new HashSet<String>();
        var networks = new HashSet<String>();
        var families = new HashSet<String>();
        for (var mount : targets) {
            served.add(vpc(mount) + " " + zone(mount));
            networks.add(vpc(mount));
            neighbours(mount).stream()
                    .filter(each ->
                            permits.check(each, mount.securityGroupIds(), mount.ip() == null ? "" : mount.ip(), NFS)
                                    == Flow.PASSES)
                    .forEach(each -> families.add(family(each)));
        }
        var zones = new TreeSet<String>();
        running.forEach((place, instances) -> {
            var first = instances.getFirst();
            if (!served.contains(place)
                    && networks.contains(String.valueOf(first.vpcId()))
                    && instances.stream().anyMatch(each -> families.contains(family(each)))) {
                zones.add(first.zone());
            }
        });
        return List.copyOf(zones);
    }

    private String zone(MountTarget mount) {
        var subnet = subnet(mount);
        return mount.zone() != null ? mount.zone() : subnet == null ? "" : subnet.zone();
    }

    private String vpc(MountTarget mount) {
        var subnet = subnet(mount);
        return mount.vpcId() != null ? mount.vpcId() : subnet == null ? "" : subnet.vpcId();
    }

    private @Nullable Subnet subnet(MountTarget mount) {
        return index.find(Subnet.class, ResourceType.SUBNET, mount.subnetId()).orElse(null);
    }
}
