package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps every card where it is and puts new ones into free room of their container. */
final class FillIn {
    private final Topology topology;
    private final Placement previous;

    FillIn(Topology topology, Placement previous) {
        this.topology = topology;
        this.previous = previous;
    }

    /** Null when something does not fit: then everything has to be arranged anew. */
    @Nullable
    Placement place(List<Card> cards) {
        var placed = new LinkedHashMap<String, Placed>();
        var newcomers = new ArrayList<Card>();
        for (var card : cards) {
            var before = previous.byKey().get(card.key());
            if (before != null
                    && before.card().container().equals(card.container())
                    && before.slot() >= card.height()) {
                placed.put(
                        card.key(),
                        new Placed(
                                card,
                                new Box(before.box().x(), before.box().y(), card.width(), card.height()),
                                before.slot()));
            } else {
                newcomers.add(card);
            }
        }
        if (!newcomers.isEmpty() && !fit(newcomers, placed)) {
            return null;
        }
        return Finish.placement(
                topology,
                placed,
                previous.areas(),
                previous.fixedFrames(),
                previous.columns(),
                previous.bounds(),
                previous.arrangement());
    }

    private boolean fit(List<Card> newcomers, Map<String, Placed> placed) {
        var byContainer = new HashMap<String, List<Placed>>();
        for (var each : placed.values()) {
            byContainer
                    .computeIfAbsent(each.card().container(), unused -> new ArrayList<>())
                    .add(each);
        }
        for (var card :
                newcomers.stream().sorted(Comparator.comparing(Card::key)).toList()) {
            var area = previous.areas().get(card.container());
            if (area == null) {
                return false;
            }
            var neighbours = byContainer.computeIfAbsent(card.container(), unused -> new ArrayList<>());
            var box = free(card, area, neighbours);
            if (box == null) {
                return false;
            }
            var there = new Placed(card, box, Math.min(Metrics.slot(card), area.bottom() - box.y()));
            placed.put(card.key(), there);
            neighbours.add(there);
        }
        return true;
    }

    /** The first gap from the top of the first column that is high enough. */
    private static @Nullable Box free(Card card, Box area, List<Placed> neighbours) {
        for (var x = area.x(); x + card.width() <= area.right() + 0.5; x += card.width() + Metrics.GAP) {
            var y = area.y();
            var left = x;
            var column = neighbours.stream()
                    .filter(each -> Math.abs(each.box().x() - left) < 1)
                    .sorted(Comparator.comparingDouble(each -> each.box().y()))
                    .toList();
            for (var each : column) {
                if (y + card.height() + Metrics.GAP <= each.box().y()) {
                    break;
                }
                y = each.box().y() + each.slot() + Metrics.GAP;
            }
            if (y + card.height() <= area.bottom() + 0.5) {
                return new Box(x, y, card.width(), card.height());
            }
        }
        return null;
    }
}
