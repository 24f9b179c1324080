package io.atalaya.deployment.topology;

import io.atalaya.deployment.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which cards there are: what is filtered out, what stands in a pile, which rows are shown. */
final class Visible {
    private static final int FEW_ROWS = 5;
    private static final int MOST_ROWS = 40;
    private static final int FULL_CARDS = 6;
    private static final int SMALLEST_PILE = 2;

    private final Topology topology;
    private final ViewOptions options;
    private final @Nullable Set<String> kept;

    Visible(Topology topology, ViewOptions options) {
        this.topology = topology;
        this.options = options;
        this.kept = options.problemsOnly() ? concerned() : null;
    }

    /** What needs attention, and everything on the ways to it. */
    private Set<String> concerned() {
        var found = new HashSet<String>();
        var open = new ArrayDeque<String>();
        for (var node : topology.nodes()) {
            if (node.needsAttention() || options.pinned().contains(node.key())) {
                open.add(node.key());
                if (node.place().cluster() != null) {
                    open.add(node.place().cluster());
                }
            }
        }
        for (var edge : topology.edges()) {
            if (edge.flow() == Flow.STOPPED) {
                open.add(edge.to()); // the healthy end of a broken edge belongs to the problem
            }
        }
        while (!open.isEmpty()) {
            var key = open.poll();
            if (found.add(key)) {
                topology.into(key).forEach(edge -> {
                    if (topology.cluster(edge.from()).isEmpty()) {
                        open.add(edge.from());
                    }
                });
            }
        }
        return found;
    }

    List<Card> cards() {
        var sizes = new HashMap<String, Integer>();
        var compact = compact();
        var cards = new ArrayList<Card>();
        for (var node : topology.nodes()) {
            if (kept != null && !kept.contains(node.key())) {
                continue;
            }
            var cluster = node.place().cluster();
            if (cluster != null && collapses(node, cluster)) {
                sizes.merge(cluster, 1, Integer::sum);
            } else {
                cards.add(card(node, cluster != null && compact.getOrDefault(cluster, false)));
            }
        }
        sizes.forEach((cluster, count) -> cards.add(pile(cluster, count)));
        return cards;
    }

    private boolean collapses(Node node, String cluster) {
        return node.state() == State.HEALTHY
                && options.collapseHealthy()
                && !options.expanded().contains(cluster)
                && !options.pinned().contains(node.key())
                && topology.cluster(cluster).orElseThrow().members().size() >= SMALLEST_PILE;
    }

    private Map<String, Boolean> compact() {
        var compact = new HashMap<String, Boolean>();
        for (var cluster : topology.clusters()) {
            compact.put(cluster.key(), cluster.members().size() > FULL_CARDS);
        }
        return compact;
    }

    private Card pile(String cluster, int count) {
        return new Card(
                Placement.pileKey(cluster),
                null,
                topology.cluster(cluster).orElseThrow().title(),
                State.HEALTHY,
                count,
                cluster,
                Metrics.width(Layer.TARGETS),
                Metrics.COMPACT,
                true,
                List.of(),
                0);
    }

    private Card card(Node node, boolean compact) {
        var rows = rows(node);
        var hidden = node.rows().size() - rows.size();
        return new Card(
                node.key(),
                node,
                node.title(),
                node.state(),
                1,
                container(node),
                Metrics.width(node.layer()),
                Metrics.height(node, compact, rows, hidden),
                compact,
                rows,
                hidden);
    }

    private List<Row> rows(Node node) {
        var open = options.expanded().contains(node.key());
        var rows = new ArrayList<Row>();
        var leading = 0;
        for (var row : node.rows()) {
            var bad = row.condition().state() != State.HEALTHY;
            // By its place in the list and not by its state: a row that gets well again does not fetch another one in.
            leading += row.leads() || node.kind() == NodeKind.LISTENER ? 1 : 0;
            var early = (row.leads() || node.kind() == NodeKind.LISTENER) && leading <= FEW_ROWS;
            if ((open || bad || early) && rows.size() < MOST_ROWS) {
                rows.add(row);
            }
        }
        return rows;
    }

    static String container(Node node) {
        var vpc = vpc(node);
        return switch (node.kind()) {
            case ZONE -> "dns";
            case INSTANCE, OUTSIDER ->
                node.place().cluster() == null ? vpc + "|?" : node.place().cluster();
            case SCALING_GROUP -> vpc + "|groups";
            case FILE_SYSTEM -> vpc + "|files";
            case DATABASE, STANDBY, MOUNT ->
                vpc + "|data|" + text(node.place().zone()) + "|"
                        + text(node.place().subnetId());
            default -> vpc + "|" + node.layer();
        };
    }

    static String vpc(Node node) {
        return text(node.place().vpcId());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
