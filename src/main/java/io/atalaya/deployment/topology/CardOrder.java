package io.atalaya.deployment.topology;

import java.util.HashMap;
import java.util.Map;

/**
 * In which order cards stand in their container at first: balancers, targets and data by id, listeners as their balancers,
 * target groups as the listeners that send to them, so that few edges cross.
 */
final class CardOrder {
    private final Map<String, String> ranks = new HashMap<>();

    CardOrder(Topology topology) {
        // Nodes come in order of layer, so what leads to a card already has its rank.
        for (var node : topology.nodes()) {
            ranks.put(node.key(), rank(topology, node));
        }
    }

    private String rank(Topology topology, Node node) {
        var own = node.title() + "\u0000" + node.key();
        if (node.kind() == NodeKind.LISTENER || node.kind() == NodeKind.TARGET_GROUP) {
            var first = topology.into(node.key()).stream()
                    .map(edge -> ranks.getOrDefault(edge.from(), "\uffff"))
                    .min(String::compareTo)
                    .orElse("\uffff");
            return first + "\u0000" + own;
        }
        // A mount target stands below the database of its subnet, a standby's place last.
        return switch (node.kind()) {
            case DATABASE -> "0" + own;
            case MOUNT -> "1" + own;
            case STANDBY -> "2" + own;
            default -> own;
        };
    }

    String rank(Card card) {
        return card.pile() ? "" : ranks.getOrDefault(card.key(), card.key());
    }
}
