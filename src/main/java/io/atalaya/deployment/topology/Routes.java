package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the ends of edges on the cards, spread so that they do not all meet in one point. */
final class Routes {
    private static final double SPREAD = 14;

    private final Topology topology;
    private final Map<String, Placed> placed;
    private final Map<String, Box> areas;

    private static final class Draft {
        private final Edge edge;
        private final Box from;
        private final Box to;
        private double y1;
        private double y2;

        Draft(Edge edge, Box from, Box to, double y1) {
            this.edge = edge;
            this.from = from;
            this.to = to;
            this.y1 = y1;
            this.y2 = to.centerY();
        }

        boolean upright() {
            return from.x() < to.right() && to.x() < from.right();
        }
    }

    Routes(Topology topology, Map<String, Placed> placed, Map<String, Box> areas) {
        this.topology = topology;
        this.placed = placed;
        this.areas = areas;
    }

    List<Route> all() {
        var drafts = new ArrayList<Draft>();
        var seen = new HashSet<String>();
        for (var edge : topology.edges()) {
            var from = box(edge.from());
            var to = box(edge.to());
            if (from != null && to != null && once(edge, seen)) {
                drafts.add(new Draft(edge, from, to, departure(edge, from)));
            }
        }
        spread(drafts);
        var routes = new ArrayList<Route>(drafts.size());
        for (var draft : drafts) {
            if (draft.upright()) {
                var down = draft.from.y() < draft.to.y();
                routes.add(new Route(
                        draft.edge,
                        draft.from.centerX(),
                        down ? draft.from.bottom() : draft.from.y(),
                        draft.to.centerX(),
                        down ? draft.to.y() : draft.to.bottom(),
                        true));
            } else {
                var forward = draft.from.x() < draft.to.x();
                routes.add(new Route(
                        draft.edge,
                        forward ? draft.from.right() : draft.from.x(),
                        draft.y1,
                        forward ? draft.to.x() : draft.to.right(),
                        draft.y2,
                        false));
            }
        }
        return routes;
    }

    /** Members of one pile have the same ends: their edges are drawn once. */
    private boolean once(Edge edge, Set<String> seen) {
        return seen.add(standsAt(edge.from()) + ">" + edge.row() + ">" + standsAt(edge.to()) + ">" + edge.flow());
    }

    private String standsAt(String key) {
        if (placed.containsKey(key)) {
            return key;
        }
        var cluster = topology.node(key)
                .map(node -> Visible.text(node.place().cluster()))
                .orElse(key);
        return Placement.pileKey(cluster);
    }

    private @org.jspecify.annotations.Nullable Box box(String key) {
        var card = placed.get(key);
        if (card != null) {
            return card.box();
        }
        var pile = placed.get(standsAt(key));
        if (pile != null) {
            return pile.box();
        }
        return topology.cluster(key).isPresent() ? extent(key) : null;
    }

    /** A cluster's own cards, without the room kept for more. */
    private @org.jspecify.annotations.Nullable Box extent(String cluster) {
        Box box = null;
        for (var member : topology.cluster(cluster).orElseThrow().members()) {
            var card = placed.get(member);
            if (card != null) {
                box = box == null ? card.box() : box.union(card.box());
            }
        }
        return box == null ? null : areas.containsKey(cluster) ? box.grown(5) : box;
    }

    private double departure(Edge edge, Box from) {
        var card = placed.get(edge.from());
        if (card != null && card.card().node() != null && edge.row() != null) {
            var rows = card.card().rows();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).ref().equals(edge.row())) {
                    return from.y() + Metrics.rowCenter(card.card().node(), i);
                }
            }
            return from.bottom() - Metrics.ROW / 2; // the row "n more"
        }
        return from.centerY();
    }

    private static void spread(List<Draft> drafts) {
        var arriving = new LinkedHashMap<Box, List<Draft>>();
        var leaving = new HashMap<Box, List<Draft>>();
        for (var draft : drafts) {
            if (!draft.upright()) {
                arriving.computeIfAbsent(draft.to, unused -> new ArrayList<>(2)).add(draft);
                if (draft.edge.row() == null) {
                    leaving.computeIfAbsent(draft.from, unused -> new ArrayList<>(2))
                            .add(draft);
                }
            }
        }
        leaving.forEach((box, ways) -> {
            ways.sort(Comparator.comparingDouble((Draft each) -> each.to.centerY())
                    .thenComparing(each -> each.edge.to()));
            for (int i = 0; i < ways.size(); i++) {
                ways.get(i).y1 = box.centerY() + offset(box, i, ways.size());
            }
        });
        arriving.forEach((box, ways) -> {
            ways.sort(Comparator.comparingDouble((Draft each) -> each.y1).thenComparing(each -> each.edge.from()));
            for (int i = 0; i < ways.size(); i++) {
                ways.get(i).y2 = box.centerY() + offset(box, i, ways.size());
            }
        });
    }

    private static double offset(Box box, int index, int count) {
        var step = Math.min(SPREAD, (box.height() - 16) / count);
        return (index - (count - 1) / 2.0) * step;
    }
}
