package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Arranges everything from nothing, with room in each container for what may come. */
final class FreshLayout {
    private static final int[] WIDTHS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
    private static final double SMALL = 1000;
    private static final double ASPECT = 1.1;

    private final Topology topology;
    private final List<Card> dns = new ArrayList<>();
    private final Map<String, VpcPlan> vpcs = new TreeMap<>(FreshLayout::outsideLast);
    private final int arrangement;

    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final Map<String, Box> areas = new HashMap<>();
    private final List<FrameBox> frames = new ArrayList<>();

    FreshLayout(Topology topology, List<Card> cards, int arrangement) {
        this.topology = topology;
        this.arrangement = arrangement;
        for (var card : cards) {
            var node = card.node();
            if (node == null) {
                var place = topology.cluster(card.container()).orElseThrow().place();
                vpc(Visible.text(place.vpcId())).target(card, place);
            } else if (node.kind() == NodeKind.ZONE) {
                dns.add(card);
            } else {
                vpc(Visible.vpc(node)).add(card, node);
            }
        }
    }

    private VpcPlan vpc(String id) {
        return vpcs.computeIfAbsent(id, unused -> new VpcPlan(id, topology));
    }

    private static int outsideLast(String one, String other) {
        return one.isEmpty() == other.isEmpty() ? one.compareTo(other) : one.isEmpty() ? 1 : -1;
    }

    Placement place() {
        var columns = columns();
        var sink = new Sink(placed, areas, frames);
        var top = 0.0;
        for (var vpc : vpcs.values()) {
            top = vpc.place(columns, top, sink) + Metrics.BAND_GAP;
        }
        var height = Math.max(top - Metrics.BAND_GAP, dnsHeight());
        var dnsArea = new Box(columns.x(Layer.DNS), 0, columns.width(Layer.DNS), height + 4 * Metrics.ROW);
        sink.stack("dns", dns, dnsArea, 1, Math.max(0, (height - dnsHeight()) / 2));
        var bounds = new Box(0, 0, vpcs.isEmpty() ? columns.width(Layer.DNS) : columns.right(), height);
        return Finish.placement(topology, placed, areas, frames, columns.boxes(height), bounds, arrangement);
    }

    private double dnsHeight() {
        return Sink.height(dns, 1);
    }

    /** The narrowest arrangement that is not a tower: wider as long as it is much higher than wide. */
    private Columns columns() {
        Columns columns = null;
        for (var width : WIDTHS) {
            columns = columns(width);
            var height = 0.0;
            for (var vpc : vpcs.values()) {
                height += vpc.height(columns) + Metrics.BAND_GAP;
            }
            if (height <= SMALL || height <= columns.right() * ASPECT) {
                break;
            }
        }
        return columns == null ? columns(1) : columns;
    }

    private Columns columns(int targets) {
        var counts = new EnumMap<Layer, Integer>(Layer.class);
        counts.put(Layer.TARGETS, targets);
        var data = vpcs.values().stream().mapToInt(VpcPlan::mostData).max().orElse(0);
        counts.put(Layer.DATA, Math.clamp((data + 5) / 6, 1, Math.max(1, targets)));
        var columns = new Columns(counts);
        for (var layer : List.of(Layer.BALANCERS, Layer.LISTENERS, Layer.TARGET_GROUPS)) {
            var most = 1;
            for (var vpc : vpcs.values()) {
                var room = Math.max(SMALL * 0.6, vpc.rowsHeight(columns));
                most = Math.max(most, (int) Math.ceil(vpc.stackHeight(layer) / room));
            }
            counts.put(layer, Math.min(most, 12));
        }
        return new Columns(counts);
    }
}
