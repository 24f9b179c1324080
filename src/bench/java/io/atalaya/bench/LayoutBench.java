package io.atalaya.bench;

import io.atalaya.deployment.CheckOp;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

/** Our layout beside ELK layered on the same graphs: time, and how far unchanged cards move when one instance is added. */
public final class LayoutBench {
    private static final int RUNS = 7;
    private static final long ENOUGH_NANOS = 60_000_000_000L;

    private LayoutBench() {}

    /** @param args none */
    public static void main(String[] args) {
        // Registers how ELK copies the values of its own properties; without it the first layout fails.
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        var sizes = new HashMap<String, Deployment>();
        sizes.put("1 checkop", CheckOp.healthy());
        sizes.put("2 fleet 1,000", Fleet.of(850, 1));
        sizes.put("3 fleet 10,000", Fleet.of(9_300, 1));
        sizes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> run(each.getKey(), each.getValue()));
    }

    private static void run(String name, Deployment deployment) {
        var topology = Topology.of(new DeploymentIndex(deployment));
        var grown = Topology.of(new DeploymentIndex(withOneMore(deployment)));
        print(name, "nodes", topology.nodes().size() + ", edges " + topology.edges().size());
        print(name, "graph", millis(() -> Topology.of(new DeploymentIndex(deployment))));
        print(name, "ours fresh", millis(() -> Layout.place(topology, ViewOptions.ALL, null)));
        var first = Layout.place(topology, ViewOptions.ALL, null);
        print(name, "ours refresh", millis(() -> Layout.place(topology, ViewOptions.ALL, first)));
        print(name, "ours moved", moved(boxes(first), boxes(Layout.place(grown, ViewOptions.ALL, first))));
        print(name, "elk", millis(() -> elk(topology)));
        print(name, "elk moved", moved(elk(topology), elk(grown)));
    }

    private static void print(String name, String what, String value) {
        System.out.printf(Locale.ROOT, "%-16s %-14s %s%n", name, what, value);
    }

    private static <T> String millis(Supplier<T> work) {
        var times = new ArrayList<Long>();
        var begun = System.nanoTime();
        for (int i = 0; i < RUNS && System.nanoTime() - begun < ENOUGH_NANOS; i++) {
            var start = System.nanoTime();
            var unused = work.get();
            times.add(System.nanoTime() - start);
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "median %.1f ms, first %.1f ms (%d runs)",
                sorted[sorted.length / 2] / 1e6,
                times.getFirst() / 1e6,
                sorted.length);
    }

    private static Map<String, Box> boxes(Placement placement) {
        var boxes = new HashMap<String, Box>();
        placement.cards().forEach(card -> boxes.put(card.key(), card.box()));
        return boxes;
    }

    private static String moved(Map<String, Box> before, Map<String, Box> after) {
        var distances = before.entrySet().stream()
                .filter(each -> after.containsKey(each.getKey()))
                .mapToDouble(each -> distance(each.getValue(), after.getOrDefault(each.getKey(), each.getValue())))
                .toArray();
        var count = Arrays.stream(distances).filter(each -> each > 0.5).count();
        return String.format(
                Locale.ROOT,
                "%d of %d unchanged cards, at most %.0f px",
                count,
                distances.length,
                Arrays.stream(distances).max().orElse(0));
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
