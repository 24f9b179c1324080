package io.atalaya.deployment.topology;

import java.util.List;
import java.util.Map;

/** Takes cards as they are placed, with the area of their container. */
record Sink(Map<String, Placed> placed, Map<String, Box> areas, List<FrameBox> frames) {
    void card(Card card, double x, double y, double slot) {
        placed.put(card.key(), new Placed(card, new Box(x, y, card.width(), card.height()), slot));
    }

    void area(String container, Box area) {
        areas.put(container, area);
    }

    void frame(FrameBox.Kind kind, String key, Topology.Frame name, Box box) {
        frames.add(new FrameBox(kind, key, name.name(), name.detail(), box));
    }

    /** How high {@link #stack} becomes, with the gap below the last card. */
    static double height(List<Card> cards, int columns) {
        var perColumn = (cards.size() + columns - 1) / columns;
        var most = 0.0;
        var column = 0.0;
        for (int i = 0; i < cards.size(); i++) {
            column = (i % perColumn == 0 ? 0 : column) + Metrics.slot(cards.get(i)) + Metrics.GAP;
            most = Math.max(most, column);
        }
        return most;
    }

    /** Cards below each other from {@code offset}, in as many columns as the area is wide for, each as full as the others. */
    void stack(String container, List<Card> cards, Box area, int columns, double offset) {
        area(container, area);
        var perColumn = (cards.size() + columns - 1) / columns;
        var y = area.y() + offset;
        var x = area.x();
        for (int i = 0; i < cards.size(); i++) {
            if (i > 0 && i % perColumn == 0) {
                y = area.y() + offset;
                x += cards.get(i).width() + Metrics.GAP;
            }
            var slot = Metrics.slot(cards.get(i));
            card(cards.get(i), x, y, slot);
            y += slot + Metrics.GAP;
        }
    }
}
