package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything stands. Handed to the next {@link Layout#place}, so that what did not change does not move.
 */
public final class Placement {
    private final Map<String, Placed> cards;
    private final Map<String, Box> areas;
    private final List<FrameBox> fixedFrames;
    private final List<FrameBox> frames;
    private final List<Route> routes;
    private final Map<Layer, Box> columns;
    private final Box bounds;
    private final int arrangement;
    private final Map<String, String> stands = new HashMap<>();

    Placement(
            Map<String, Placed> cards,
            Map<String, Box> areas,
            List<FrameBox> fixedFrames,
            List<FrameBox> groupFrames,
            List<Route> routes,
            Map<Layer, Box> columns,
            Box bounds,
            int arrangement,
            Topology topology) {
        this.cards = new LinkedHashMap<>(cards);
        this.areas = Map.copyOf(areas);
        this.fixedFrames = List.copyOf(fixedFrames);
        var all = new ArrayList<>(fixedFrames);
        all.addAll(groupFrames);
        this.frames = List.copyOf(all);
        this.routes = List.copyOf(routes);
        this.columns = new EnumMap<>(columns);
        this.bounds = bounds;
        this.arrangement = arrangement;
        for (var cluster : topology.clusters()) {
            var pile = pileKey(cluster.key());
            for (var member : cluster.members()) {
                stands.put(member, this.cards.containsKey(member) ? member : pile);
            }
        }
    }

    static String pileKey(String cluster) {
        return cluster + "#healthy";
    }

    public List<Placed> cards() {
        return List.copyOf(cards.values());
    }

    Map<String, Placed> byKey() {
        return cards;
    }

    /** Where a node stands: its own card, or the pile it is in; empty when it is filtered out. */
    public Optional<Placed> card(String key) {
        var placed = cards.get(key);
        return Optional.ofNullable(placed != null ? placed : cards.get(stands.getOrDefault(key, "")));
    }

    Map<String, Box> areas() {
        return areas;
    }

    List<FrameBox> fixedFrames() {
        return fixedFrames;
    }

    /** VPCs, zones, subnets, then scaling groups: in the order in which they are painted. */
    public List<FrameBox> frames() {
        return frames;
    }

    public List<Route> routes() {
        return routes;
    }

    Map<Layer, Box> columns() {
        return columns;
    }

    /** Left and width of a column; its y and height are those of the whole. */
    public Box column(Layer layer) {
        return columns.getOrDefault(layer, bounds);
    }

    public Box bounds() {
        return bounds;
    }

    /** Counts up whenever cards had to be arranged anew; as long as it stays, nothing that was on the plane has moved. */
    public int arrangement() {
        return arrangement;
    }
}
