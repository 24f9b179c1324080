package io.atalaya.ui.topology;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.topology.Placed;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The controls of the cards that are on screen; the rest of ten thousand has none. */
final class CardPool {
    private final Pane world;
    private final Supplier<NodeCard> maker;
    private final Map<String, NodeCard> shown = new HashMap<>();
    private final Deque<NodeCard> spare = new ArrayDeque<>();

    CardPool(Pane world, Supplier<NodeCard> maker) {
        this.world = world;
        this.maker = maker;
    }

    /**
     * @param wanted the cards on screen; empty when they are too small to be read
     * @param budget how many controls may be made or refilled in this pulse; the others are painted until the next
     * @return whether all of them are controls now
     */
    boolean show(
            List<Placed> wanted,
            int budget,
            Function<Placed, Freshness> freshness,
            @Nullable ResourceRef selected,
            Predicate<String> lit) {
        var keys = new HashMap<String, Placed>();
        wanted.forEach(card -> keys.put(card.key(), card));
        release(keys.keySet());
        var left = budget;
        for (var card : wanted) {
            var control = shown.get(card.key());
            if (control == null) {
                if (left-- <= 0) {
                    continue;
                }
                control = take(card.key());
            }
            control.show(card, freshness.apply(card), selected, lit.test(card.key()));
            if (control.isNeedsLayout()) {
                // Added while the scene is laid out, it would wait for its looks until the next pulse.
                control.applyCss();
                control.layout();
            }
        }
        return left >= 0;
    }

    private void release(Set<String> keys) {
        shown.entrySet().removeIf(entry -> {
            if (keys.contains(entry.getKey())) {
                return false;
            }
            var control = entry.getValue();
            // The focused one keeps the focus of the plane: it must not vanish under somebody's keys.
            control.setVisible(false);
            spare.push(control);
            return true;
        });
    }

    private NodeCard take(String key) {
        var control = spare.poll();
        if (control == null) {
            control = maker.get();
            world.getChildren().add(control);
        }
        control.setVisible(true);
        shown.put(key, control);
        return control;
    }

    @Nullable
    NodeCard control(String key) {
        return shown.get(key);
    }

    boolean has(String key) {
        return shown.containsKey(key);
    }

    Collection<NodeCard> controls() {
        return shown.values();
    }
}
