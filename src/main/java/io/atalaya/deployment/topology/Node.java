package io.atalaya.deployment.topology;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card of the topology.
 *
 * @param key unique in a topology and the same in the next
 * @param ref the resource it stands for; null for outsiders and standbys
 * @param parts the parts it was made from: it is as fresh as the oldest
 */
public record Node(
        String key,
        @Nullable ResourceRef ref,
        NodeKind kind,
        String title,
        Condition condition,
        List<Line> lines,
        List<Row> rows,
        Place place,
        List<Part<?>> parts) {
    public Node {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    public static String key(ResourceRef ref) {
        return key(ref.type(), ref.id());
    }

    public static String key(ResourceType type, String id) {
        return type + ":" + id;
    }

    public Layer layer() {
        return kind.layer();
    }

    public State state() {
        return condition.state();
    }

    /** The worst state of the card and its rows. */
    public State worst() {
        var worst = state();
        for (var row : rows) {
            worst = worst.worse(row.condition().state());
        }
        return worst;
    }

    /** Whether an administrator should look: failed, degraded, or not known to be well. */
    public boolean needsAttention() {
        var worst = worst();
        return worst == State.FAILED || worst == State.DEGRADED || worst == State.UNKNOWN;
    }
}
