package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The band of one VPC; or of what is in none. */
final class VpcPlan {
    private final String id;
    private final Topology topology;
    private final Map<Layer, List<Card>> stacks = new EnumMap<>(Layer.class);
    private final Map<String, ZonePlan> zones = new TreeMap<>();
    private final List<Card> groups = new ArrayList<>();
    private final List<Card> files = new ArrayList<>();

    VpcPlan(String id, Topology topology) {
        this.id = id;
        this.topology = topology;
    }

    void add(Card card, Node node) {
        switch (node.kind()) {
            case SCALING_GROUP -> groups.add(card);
            case FILE_SYSTEM -> files.add(card);
            case INSTANCE, OUTSIDER -> target(card, node.place());
            case DATABASE, STANDBY, MOUNT ->
                zone(node.place()).data(card, Visible.text(node.place().subnetId()));
            default ->
                stacks.computeIfAbsent(node.layer(), unused -> new ArrayList<>())
                        .add(card);
        }
    }

    void target(Card card, Place place) {
        zone(place).target(card, topology.cluster(Visible.text(place.cluster())).orElseThrow());
    }

    private ZonePlan zone(Place place) {
        return zones.computeIfAbsent(Visible.text(place.zone()), zone -> new ZonePlan(id, zone));
    }

    int mostData() {
        return zones.values().stream().mapToInt(ZonePlan::mostData).max().orElse(0);
    }

    double stackHeight(Layer layer) {
        return Sink.height(stacks.getOrDefault(layer, List.of()), 1);
    }

    /** Between the first zone and the others stands what belongs to the whole region. */
    private double regional(Columns columns) {
        return Math.max(
                Sink.height(groups, columns.count(Layer.TARGETS)), Sink.height(files, columns.count(Layer.DATA)));
    }

    double rowsHeight(Columns columns) {
        var height = regional(columns);
        for (var zone : zones.values()) {
            height += zone.height(columns) + Metrics.GAP;
        }
        return height;
    }

    double height(Columns columns) {
        var height = rowsHeight(columns);
        for (var entry : stacks.entrySet()) {
            height = Math.max(height, Sink.height(entry.getValue(), columns.count(entry.getKey())));
        }
        return Metrics.FRAME_HEAD + Metrics.PAD + height + Metrics.FRAME_PAD;
    }

    /** @return where the band ends */
    double place(Columns columns, double top, Sink sink) {
        var height = height(columns);
        sink.frame(
                id.isEmpty() ? FrameBox.Kind.OUTSIDE : FrameBox.Kind.VPC,
                id,
                topology.frame(id),
                columns.vpc(top, height));
        var inner = top + Metrics.FRAME_HEAD + Metrics.PAD;
        var room = top + height - Metrics.FRAME_PAD - inner;
        for (var layer : List.of(Layer.BALANCERS, Layer.LISTENERS, Layer.TARGET_GROUPS)) {
            var cards = stacks.getOrDefault(layer, List.of());
            var across = columns.count(layer);
            var area = new Box(columns.x(layer), inner, columns.width(layer), room);
            var offset = Math.max(0, (room - Sink.height(cards, across)) / 2);
            sink.stack(id + "|" + layer, cards, area, across, offset);
        }
        var y = inner;
        var first = true;
        for (var zone : zones.values()) {
            zone.place(columns, y, first, topology, sink);
            y += zone.height(columns) + Metrics.GAP;
            if (first) {
                regional(columns, y, sink);
                y += regional(columns);
                first = false;
            }
        }
        if (first) {
            regional(columns, y, sink);
        }
        return top + height;
    }

    private void regional(Columns columns, double y, Sink sink) {
        var room = regional(columns);
        sink.stack(
                id + "|groups",
                groups,
                new Box(columns.x(Layer.TARGETS), y, columns.width(Layer.TARGETS), room),
                columns.count(Layer.TARGETS),
                0);
        var offset = Math.max(0, (room - Sink.height(files, columns.count(Layer.DATA))) / 2);
        sink.stack(
                id + "|files",
                files,
                new Box(columns.x(Layer.DATA), y, columns.width(Layer.DATA), room),
                columns.count(Layer.DATA),
                offset);
    }
}
