package io.atalaya.bench;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.DeploymentIndex;
import io.atalaya.deployment.Fleet;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.topology.Box;
import io.atalaya.deployment.topology.Layout;
import io.atalaya.deployment.topology.Metrics;
import io.atalaya.deployment.topology.Placement;
import io.atalaya.deployment.topology.Topology;
import io.atalaya.deployment.topology.ViewOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Our layout beside graphviz dot and ELK layered on the same graphs. */
final class LayoutBench {
    private static final int RUNS = 15;
    private static final long ENOUGH_NANOS = 20_000_000_000L;

    private LayoutBench() {}

    /** The graph and its placement, beside what graphviz and ELK make of the same nodes and edges. */
    static List<Result> run() throws IOException, InterruptedException {
        // Registers how ELK copies the values of its own properties; without it the first layout fails.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        var results = new ArrayList<Result>();
        results.addAll(run("1,000", Fleet.of(850, 1), false));
        results.addAll(run("10,000", Fleet.of(9_300, 1), true));
        return results;
    }

    /** How far unchanged cards move between two refreshes: when health changes, and when an instance is added. */
    static List<Result> displacement() {
        var results = new ArrayList<Result>();
        for (var size : List.of(850, 9_300)) {
            var deployment = Fleet.of(size, 1);
            var first = Layout.place(Topology.of(new DeploymentIndex(deployment)), ViewOptions.ALL, null);
            var again = Layout.place(Topology.of(new DeploymentIndex(deployment)), ViewOptions.ALL, first);
            var grown = Layout.place(Topology.of(new DeploymentIndex(withOneMore(deployment))), ViewOptions.ALL, first);
            results.add(Result.atMost(size + " instances: furthest, same answers again", furthest(boxes(first), boxes(again)), "px", 0));
            results.add(Result.atMost(size + " instances: furthest, one instance more", furthest(boxes(first), boxes(grown)), "px", 0));
        }
        return results;
    }

    private static List<Result> run(String name, Deployment deployment, boolean large)
            throws IOException, InterruptedException {
        var results = new ArrayList<Result>();
        var topology = Topology.of(new DeploymentIndex(deployment));
        results.add(Result.fact(name + ": cards", topology.nodes().size(), ""));
        double graph = millis(() -> Topology.of(new DeploymentIndex(deployment)));
        double fresh = millis(() -> Layout.place(topology, ViewOptions.ALL, null));
        var first = Layout.place(topology, ViewOptions.ALL, null);
        double refresh = millis(() -> Layout.place(topology, ViewOptions.ALL, first));
        results.add(Result.fact(name + ": making the graph of a snapshot, median", graph, "ms"));
        results.add(
                large
                        ? Result.atMost(name + ": placing it the first time, median", fresh, "ms", 500)
                        : Result.fact(name + ": placing it the first time, median", fresh, "ms"));
        results.add(Result.fact(name + ": placing it at a refresh, median", refresh, "ms"));
        if (large) {
            results.add(Result.atMost(name + ": graph and first placement together", graph + fresh, "ms", 500));
        }
        double elk = millis(() -> elk(topology));
        results.add(Result.fact(name + ": ELK layered, median", elk, "ms"));
        results.add(Result.fact(name + ": ELK : ours", elk / fresh, "x"));
        Graphviz.millis(topology).ifPresent(dot -> {
            results.add(Result.fact(name + ": graphviz dot" + (dot.cutOff() ? ", cut off after" : ""), dot.millis(), "ms"));
            results.add(Result.atLeast(name + ": dot : ours" + (dot.cutOff() ? ", at least" : ""), dot.millis() / fresh, "x", 10));
        });
        return results;
    }

    private static <T> double millis(Supplier<T> work) {
        var times = new ArrayList<Long>();
        var begun = System.nanoTime();
        for (int i = 0; i < RUNS && System.nanoTime() - begun < ENOUGH_NANOS; i++) {
            var start = System.nanoTime();
            var unused = work.get();
            times.add(System.nanoTime() - start);
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2] / 1e6;
    }

    private static Map<String, Box> boxes(Placement placement) {
        var boxes = new HashMap<String, Box>();
        placement.cards().forEach(card -> boxes.put(card.key(), card.box()));
        return boxes;
    }

    private static double furthest(Map<String, Box> before, Map<String, Box> after) {
        return before.entrySet().stream()
                .filter(each -> after.containsKey(each.getKey()))
                .mapToDouble(each -> distance(each.getValue(), after.getOrDefault(each.getKey(), each.getValue())))
                .max()
                .orElse(Double.NaN);
    }

    private static double distance(Box one, Box other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Deployment withOneMore(Deployment deployment) {
        var instances = new ArrayList<>(deployment.items(Parts.INSTANCES));
        var twin = instances.getFirst();
        instances.add(new Instance(
                "i-00000000000000000", twin.name(), twin.instanceType(), "pending", null, twin.zone(), twin.vpcId(),
                twin.subnetId(), "10.0.0.250", null, twin.imageId(), null, null, null, twin.securityGroupIds(), List.of(),
                Map.of()));
        var groups = deployment.items(Parts.SCALING_GROUPS).stream()
                .map(group -> {
                    var mine = group.members().stream().anyMatch(each -> each.instanceId().equals(twin.id()));
                    if (!mine) {
                        return group;
                    }
                    var members = new ArrayList<>(group.members());
                    members.add(Sample.member("i-00000000000000000", "Pending", "Healthy"));
                    return Sample.scalingGroup(
                            group.name(), group.min(), group.desired(), group.max(),
                            members.toArray(io.atalaya.deployment.ScalingMember[]::new));
                })
                .toList();
        return Sample.with(Sample.with(deployment, Parts.INSTANCES, instances), Parts.SCALING_GROUPS, groups);
    }

    /** The same nodes and edges; a cluster with a bundled edge is a node, as ELK would have to draw it. */
    private static Map<String, Box> elk(Topology topology) {
        var root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        var nodes = new HashMap<String, ElkNode>();
        Function<String, ElkNode> node = key -> nodes.computeIfAbsent(key, unused -> {
            var made = ElkGraphUtil.createNode(root);
            made.setDimensions(150, Metrics.COMPACT);
            return made;
        });
        for (var each : topology.nodes()) {
            var unused = node.apply(each.key());
        }
        topology.edges()
                .forEach(edge -> ElkGraphUtil.createSimpleEdge(node.apply(edge.from()), node.apply(edge.to())));
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        var boxes = new HashMap<String, Box>();
        nodes.forEach((key, each) -> boxes.put(key, new Box(each.getX(), each.getY(), each.getWidth(), each.getHeight())));
        return boxes;
    }
}
