package io.atalaya.deployment.topology;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places a topology on the plane: six columns from left to right, VPCs as bands, zones as rows of their last two columns.
 *
 * <p>Deterministic and O(n log n). The first placement orders by id and leaves room; later ones keep every card where it is
 * and put new ones into free room of their container. Only when a container has none left is everything arranged anew,
 * which {@link Placement#arrangement()} tells.
 */
public final class Layout {
    private Layout() {}

    /**
     * @param previous the placement on screen, made with the same filter; null for the first
     */
    public static Placement place(Topology topology, ViewOptions options, @Nullable Placement previous) {
        var cards = new Visible(topology, options).cards();
        if (previous != null) {
            var kept = new FillIn(topology, previous).place(cards);
            if (kept != null) {
                return kept;
            }
        }
        return new FreshLayout(topology, ordered(topology, cards), previous == null ? 1 : previous.arrangement() + 1)
                .place();
    }

    private static List<Card> ordered(Topology topology, List<Card> cards) {
        var order = new CardOrder(topology);
        return cards.stream().sorted(Comparator.comparing(order::rank)).toList();
    }
}
