package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows from where the cards are: frames of scaling groups, and the ends of edges. */
final class Finish {
    private static final int FEW_GROUPS = 12;

    private Finish() {}

    static Placement placement(
            Topology topology,
            Map<String, Placed> placed,
            Map<String, Box> areas,
            List<FrameBox> frames,
            Map<Layer, Box> columns,
            Box bounds,
            int arrangement) {
        return new Placement(
                new Placement.Ground(areas, frames, columns, bounds, arrangement),
                placed,
                groupFrames(topology, placed, areas),
                new Routes(topology, placed, areas).all(),
                topology);
    }

    /** One frame around all clusters of a group and its own card where nothing else is in between, else one per cluster. */
    private static List<FrameBox> groupFrames(Topology topology, Map<String, Placed> placed, Map<String, Box> areas) {
        var clusters = new HashMap<String, List<Cluster>>();
        for (var cluster : topology.clusters()) {
            if (cluster.group() != null && areas.containsKey(cluster.key())) {
                clusters.computeIfAbsent(cluster.group(), unused -> new ArrayList<>())
                        .add(cluster);
            }
        }
        var frames = new ArrayList<FrameBox>();
        clusters.forEach((group, ofGroup) -> {
            var whole = clusters.size() <= FEW_GROUPS ? whole(group, ofGroup, placed, areas) : null;
            if (whole != null) {
                frames.add(new FrameBox(FrameBox.Kind.GROUP, group, "", "", whole.grown(6)));
                return;
            }
            for (var cluster : ofGroup) {
                var area = areas.get(cluster.key());
                if (area != null) {
                    var box = new Box(area.x() - 5, area.y() - 22, area.width() + 10, area.height() + 22);
                    frames.add(new FrameBox(FrameBox.Kind.GROUP, cluster.key(), cluster.title(), "", box));
                }
            }
        });
        frames.sort(java.util.Comparator.comparing(FrameBox::key));
        return frames;
    }

    private static @org.jspecify.annotations.Nullable Box whole(
            String group, List<Cluster> clusters, Map<String, Placed> placed, Map<String, Box> areas) {
        var card = placed.get(group);
        Box box = card == null ? null : card.box();
        for (var cluster : clusters) {
            var area = areas.get(cluster.key());
            if (area != null) {
                box = box == null ? area : box.union(area);
            }
        }
        if (box == null) {
            return null;
        }
        var keys = clusters.stream().map(Cluster::key).toList();
        for (var each : placed.values()) {
            if (each.box().overlaps(box)
                    && !each.key().equals(group)
                    && !keys.contains(each.card().container())) {
                return null;
            }
        }
        return box;
    }
}
