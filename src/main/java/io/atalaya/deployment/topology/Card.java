package io.atalaya.deployment.topology;

import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be placed: a node, or a pile of healthy members of a cluster.
 *
 * @param node null for a pile
 * @param count how many it stands for
 * @param container what it stands in: cards keep their place as long as they keep their container and size
 * @param compact two lines instead of all
 * @param rows those that are shown
 * @param hidden how many rows are not
 */
public record Card(
        String key,
        @Nullable Node node,
        String title,
        State state,
        int count,
        String container,
        double width,
        double height,
        boolean compact,
        List<Row> rows,
        int hidden) {
    public Card {
        rows = List.copyOf(rows);
    }

    public boolean pile() {
        return node == null;
    }

    public Layer layer() {
        return node == null ? Layer.TARGETS : node.layer();
    }

    public boolean instance() {
        return node != null && node.kind() == NodeKind.INSTANCE;
    }
}
