package io.atalaya.deployment.topology;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.MountTarget;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ways from instances to the data. A way is drawn where security groups let it pass. Where they do not, it is drawn as
 * stopped only if other members of the same scaling group have it: copies of one machine that cannot do what the others can
 * are a fault, a machine that was never meant to reach a database is not.
 */
final class Paths {
    private static final int NFS = 2049;
    /** From this many on, equal edges of a cluster are one: 840 instances must not become 250,000 edges. */
    static final int BUNDLE = 5;

    /**
     * A port behind which data is.
     *
     * @param service what is reached: the database or the file system, whichever its mount target
     */
    private record Port(
            String node,
            String service,
            @Nullable String vpc,
            @Nullable String zone,
            List<String> groups,
            String address,
            int port) {}

    private final DeploymentIndex index;
    private final TopologyBuilder draft;
    private final Permits permits;

    Paths(DeploymentIndex index, TopologyBuilder draft) {
        this.index = index;
        this.draft = draft;
        this.permits = new Permits(index);
    }

    void add() {
        var ports = new HashMap<String, List<Port>>();
        for (var node : draft.nodes().values()) {
            var port = port(node);
            if (port != null) {
                ports.computeIfAbsent(Objects.toString(port.vpc()), unused -> new ArrayList<>())
                        .add(port);
            }
        }
        var able = new HashSet<String>();
        var flows = new HashMap<Cluster, Map<Port, Map<String, Flow>>>();
        for (var cluster : draft.clusters()) {
            var running = running(cluster);
            var ofCluster = new HashMap<Port, Map<String, Flow>>();
            for (var port : ports.getOrDefault(Objects.toString(cluster.place().vpcId()), List.of())) {
                // The file system's name resolves to the mount target of the asker's own zone.
                if (port.zone() == null || port.zone().equals(cluster.place().zone())) {
                    var members = flows(running, port);
                    ofCluster.put(port, members);
                    if (members.containsValue(Flow.PASSES) && cluster.group() != null) {
                        able.add(cluster.group() + ">" + port.service());
                    }
                }
            }
            flows.put(cluster, ofCluster);
        }
        flows.forEach((cluster, ofCluster) -> ofCluster.forEach((port, members) ->
                edges(cluster, port, members, able.contains(cluster.group() + ">" + port.service()))));
    }

    private @Nullable Port port(Node node) {
        var ref = node.ref();
        if (ref == null) {
            return null;
        }
        if (node.kind() == NodeKind.DATABASE) {
            var database = index.find(Database.class, ref.type(), ref.id()).orElseThrow();
            return database.port() == null
                    ? null
                    : new Port(
                            node.key(),
                            node.key(),
                            node.place().vpcId(),
                            null,
                            database.securityGroupIds(),
                            "",
                            database.port());
        }
        if (node.kind() == NodeKind.MOUNT) {
            var mount = index.find(MountTarget.class, ref.type(), ref.id()).orElseThrow();
            var zone = node.place().zone();
            return new Port(
                    node.key(),
                    mount.fileSystemId(),
                    node.place().vpcId(),
                    zone == null ? "" : zone,
                    mount.securityGroupIds(),
                    mount.ip() == null ? "" : mount.ip(),
                    NFS);
        }
        return null;
    }

    /** The members of a cluster that run, by key: looked up once for all ports. */
    private Map<String, Instance> running(Cluster cluster) {
        var running = new HashMap<String, Instance>();
        for (var key : cluster.members()) {
            var node = draft.nodes().get(key);
            ResourceRef ref = node == null ? null : node.ref();
            if (ref != null && ref.type() == ResourceType.INSTANCE) {
                index.find(Instance.class, ref.type(), ref.id())
                        .filter(instance -> instance.state().equals("running"))
                        .ifPresent(instance -> running.put(key, instance));
            }
        }
        return running;
    }

    private Map<String, Flow> flows(Map<String, Instance> running, Port port) {
        var flows = new HashMap<String, Flow>();
        running.forEach(
                (key, instance) -> flows.put(key, permits.check(instance, port.groups(), port.address(), port.port())));
        return flows;
    }

    private void edges(Cluster cluster, Port port, Map<String, Flow> members, boolean peersPass) {
        var byFlow = new EnumMap<Flow, List<String>>(Flow.class);
        members.forEach((key, flow) -> {
            if (flow != Flow.STOPPED || peersPass) {
                byFlow.computeIfAbsent(flow, unused -> new ArrayList<>()).add(key);
            }
        });
        byFlow.forEach((flow, keys) -> {
            if (keys.size() >= BUNDLE) {
                draft.edge(new Edge(cluster.key(), null, port.node(), flow, keys.size()));
            } else {
                keys.stream().sorted().forEach(key -> draft.edge(new Edge(key, null, port.node(), flow, 1)));
            }
        });
    }
}
