package io.atalaya.deployment.topology;

import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.Subnet;
import io.atalaya.deployment.Vpc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the layers of a topology. */
final class TopologyBuilder {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Topology.Frame> frames = new HashMap<>();
    private final DeploymentIndex index;

    private TopologyBuilder(DeploymentIndex index) {
        this.index = index;
    }

    static Topology build(DeploymentIndex index) {
        var draft = new TopologyBuilder(index);
        draft.frames();
        new BalancerLayers(index, draft).add();
        new TargetLayer(index, draft).add();
        new DataLayer(index, draft).add();
        new DnsLayer(index, draft).add();
        return draft.done();
    }

    private Topology done() {
        clusters.replaceAll((key, cluster) -> new Cluster(
                key,
                cluster.group(),
                cluster.title(),
                cluster.place(),
                members.getOrDefault(key, List.of()).stream().sorted().toList()));
        new Paths(index, this).add();
        var sorted = new LinkedHashMap<String, Node>();
        nodes.values().stream()
                .sorted(Comparator.comparing(Node::layer).thenComparing(node -> node.key()))
                .forEach(node -> sorted.put(node.key(), node));
        edges.removeIf(edge -> !(nodes.containsKey(edge.from()) || clusters.containsKey(edge.from()))
                || !(nodes.containsKey(edge.to()) || clusters.containsKey(edge.to())));
        return new Topology(sorted, clusters, bundled(), frames);
    }

    /** Equal ways from one place to many members of a cluster are one edge to the cluster. */
    private List<Edge> bundled() {
        record Bundle(String from, @Nullable ResourceRef row, String cluster, Flow flow) {}
        var bundles = new LinkedHashMap<Bundle, List<Edge>>();
        var done = new ArrayList<Edge>();
        for (var edge : edges) {
            var node = nodes.get(edge.to());
            var cluster = node == null ? null : node.place().cluster();
            if (cluster == null) {
                done.add(edge);
            } else {
                bundles.computeIfAbsent(
                                new Bundle(edge.from(), edge.row(), cluster, edge.flow()), unused -> new ArrayList<>(2))
                        .add(edge);
            }
        }
        bundles.forEach((bundle, ways) -> {
            if (ways.size() >= Paths.BUNDLE) {
                done.add(new Edge(bundle.from(), bundle.row(), bundle.cluster(), bundle.flow(), ways.size()));
            } else {
                done.addAll(ways);
            }
        });
        return done;
    }

    private void frames() {
        for (Vpc vpc : index.deployment().items(Parts.VPCS)) {
            frames.put(vpc.id(), frame(vpc.name(), vpc.id(), String.join(" ", vpc.blocks())));
        }
        for (Subnet subnet : index.deployment().items(Parts.SUBNETS)) {
            var named = !subnet.name().equals(subnet.id());
            frames.put(subnet.id(), new Topology.Frame(named ? subnet.name() : subnet.id(), subnet.cidr()));
        }
    }

    private static Topology.Frame frame(String name, String id, String detail) {
        return name.equals(id) ? new Topology.Frame(id, detail) : new Topology.Frame(name, id + " · " + detail);
    }

    void node(Node node) {
        nodes.put(node.key(), node);
        var cluster = node.place().cluster();
        if (cluster != null) {
            members.computeIfAbsent(cluster, unused -> new ArrayList<>()).add(node.key());
        }
    }

    void cluster(Cluster cluster) {
        clusters.putIfAbsent(cluster.key(), cluster);
    }

    void edge(Edge edge) {
        edges.add(edge);
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    Iterable<Cluster> clusters() {
        return clusters.values();
    }
}
