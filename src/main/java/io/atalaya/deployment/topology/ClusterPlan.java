package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.List;

/** The cards of one cluster as a block of equal cells. */
final class ClusterPlan {
    private static final double CELL = Metrics.width(Layer.TARGETS) + Metrics.GAP;

    private final Cluster cluster;
    private final List<Card> cards = new ArrayList<>();

    ClusterPlan(Cluster cluster) {
        this.cluster = cluster;
    }

    Cluster cluster() {
        return cluster;
    }

    void add(Card card) {
        cards.add(card);
    }

    boolean grouped() {
        return cluster.group() != null;
    }

    /** About as wide as high, cards being three times as wide as high when compact. */
    int across(int most) {
        return Math.clamp((int) Math.ceil(Math.sqrt(cards.size() / 3.0)), 1, most);
    }

    private double cell() {
        return cards.stream().mapToDouble(Metrics::slot).max().orElse(0) + Metrics.GAP;
    }

    private double head(int most) {
        return grouped() && most > 1 ? Metrics.FRAME_HEAD : 0;
    }

    double width(int most) {
        return across(most) * CELL;
    }

    double height(int most) {
        var across = across(most);
        var rows = (cards.size() + across - 1) / across;
        // A scaling group grows: one more row, so that a new instance moves nobody.
        return head(most) + (rows + (grouped() ? 1 : 0)) * cell();
    }

    void place(double x, double y, int most, Sink sink) {
        var across = across(most);
        var cell = cell();
        var top = y + head(most);
        for (int i = 0; i < cards.size(); i++) {
            sink.card(cards.get(i), x + i % across * CELL, top + (double) (i / across) * cell, cell - Metrics.GAP);
        }
        sink.area(cluster.key(), new Box(x, top, width(most) - Metrics.GAP, y + height(most) - top));
    }
}
