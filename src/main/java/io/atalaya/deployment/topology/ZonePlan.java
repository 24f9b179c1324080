package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One zone of a VPC: subnets with targets at the left, subnets with data at the right. */
final class ZonePlan {
    private final String vpc;
    private final String zone;
    private final Map<String, SubnetPlan> targets = new TreeMap<>();
    private final Map<String, List<Card>> data = new TreeMap<>();

    ZonePlan(String vpc, String zone) {
        this.vpc = vpc;
        this.zone = zone;
    }

    void target(Card card, Cluster cluster) {
        targets.computeIfAbsent(Visible.text(cluster.place().subnetId()), unused -> new SubnetPlan())
                .add(card, cluster);
    }

    void data(Card card, String subnet) {
        data.computeIfAbsent(subnet, unused -> new ArrayList<>()).add(card);
    }

    int mostData() {
        return data.values().stream().mapToInt(List::size).max().orElse(0);
    }

    double height(Columns columns) {
        var most = columns.count(Layer.TARGETS);
        var left = targets.values().stream()
                .mapToDouble(each -> each.height(most) + Metrics.GAP)
                .sum();
        var right = data.values().stream()
                .mapToDouble(each -> dataHeight(each, columns) + Metrics.GAP)
                .sum();
        return Metrics.FRAME_HEAD + Math.max(left, right) + Metrics.FRAME_PAD - Metrics.GAP;
    }

    private static double dataHeight(List<Card> cards, Columns columns) {
        return Metrics.FRAME_HEAD + Sink.height(cards, columns.count(Layer.DATA)) + Metrics.FRAME_PAD - Metrics.GAP;
    }

    void place(Columns columns, double top, boolean first, Topology topology, Sink sink) {
        var height = height(columns);
        if (!zone.isEmpty()) {
            sink.frame(FrameBox.Kind.ZONE, vpc + "/" + zone, new Topology.Frame(zone, ""), columns.zone(top, height));
        }
        var bottom = top + height - Metrics.FRAME_PAD;
        var most = columns.count(Layer.TARGETS);
        var y = top + Metrics.FRAME_HEAD;
        for (var entry : List.copyOf(targets.entrySet())) {
            var own = entry.getValue().height(most);
            // The last subnet takes what room is left, so that it has some for more.
            var last = entry.getKey().equals(lastKey(targets));
            frame(columns, Layer.TARGETS, entry.getKey(), y, last ? bottom - y : own, topology, sink);
            entry.getValue().place(columns.x(Layer.TARGETS), y, most, first, sink);
            y += own + Metrics.GAP;
        }
        y = top + Metrics.FRAME_HEAD;
        for (var entry : List.copyOf(data.entrySet())) {
            var last = entry.getKey().equals(lastKey(data));
            var own = last ? bottom - y : dataHeight(entry.getValue(), columns);
            frame(columns, Layer.DATA, entry.getKey(), y, own, topology, sink);
            var area = new Box(
                    columns.x(Layer.DATA),
                    y + Metrics.FRAME_HEAD,
                    columns.width(Layer.DATA),
                    own - Metrics.FRAME_HEAD - Metrics.FRAME_PAD / 2);
            var container = vpc + "|data|" + zone + "|" + entry.getKey();
            sink.stack(container, entry.getValue(), area, columns.count(Layer.DATA), 0);
            y += own + Metrics.GAP;
        }
    }

    private static String lastKey(Map<String, ?> map) {
        return ((TreeMap<String, ?>) map).lastKey();
    }

    private static void frame(
            Columns columns, Layer layer, String subnet, double y, double height, Topology topology, Sink sink) {
        if (!subnet.isEmpty()) {
            sink.frame(
                    FrameBox.Kind.SUBNET,
                    layer + "/" + subnet,
                    topology.frame(subnet),
                    columns.subnet(layer, y, height));
        }
    }
}
