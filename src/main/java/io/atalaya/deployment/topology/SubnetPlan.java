package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clusters of one subnet, side by side and then below each other. */
final class SubnetPlan {
    private static final double CELL = Metrics.width(Layer.TARGETS) + Metrics.GAP;

    private final Map<String, ClusterPlan> clusters = new LinkedHashMap<>();

    void add(Card card, Cluster cluster) {
        clusters.computeIfAbsent(cluster.key(), unused -> new ClusterPlan(cluster))
                .add(card);
    }

    private List<ClusterPlan> ordered(boolean groupsLast) {
        var order = Comparator.comparing((ClusterPlan each) -> each.grouped() == groupsLast)
                .thenComparing(each -> each.cluster().key());
        return clusters.values().stream().sorted(order).toList();
    }

    private record Shelf(List<ClusterPlan> plans, double height) {}

    private List<Shelf> shelves(int most, boolean groupsLast) {
        var shelves = new ArrayList<Shelf>();
        var row = new ArrayList<ClusterPlan>();
        var width = 0.0;
        var height = 0.0;
        for (var plan : ordered(groupsLast)) {
            if (!row.isEmpty() && width + plan.width(most) > most * CELL + 1) {
                shelves.add(new Shelf(List.copyOf(row), height));
                row.clear();
                width = 0;
                height = 0;
            }
            row.add(plan);
            width += plan.width(most);
            height = Math.max(height, plan.height(most));
        }
        if (!row.isEmpty()) {
            shelves.add(new Shelf(List.copyOf(row), height));
        }
        return shelves;
    }

    double height(int most) {
        return Metrics.FRAME_HEAD
                + shelves(most, true).stream().mapToDouble(Shelf::height).sum()
                + Metrics.FRAME_PAD
                - Metrics.GAP
                + 4;
    }

    /** @param groupsLast in the first zone groups stand at its foot, in the others at its head: near their own card */
    void place(double x, double y, int most, boolean groupsLast, Sink sink) {
        var top = y + Metrics.FRAME_HEAD;
        for (var shelf : shelves(most, groupsLast)) {
            var left = x;
            for (var plan : shelf.plans()) {
                plan.place(left, top, most, sink);
                left += plan.width(most);
            }
            top += shelf.height();
        }
    }
}
