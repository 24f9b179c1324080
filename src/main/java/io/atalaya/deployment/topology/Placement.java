package io.atalaya.deployment.topology;

import java.util.ArrayList;
import java.util.Collections;
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
    /** What cards stand on: it changes only when cards are arranged anew. */
    record Ground(Map<String, Box> areas, List<FrameBox> frames, Map<Layer, Box> columns, Box bounds, int arrangement) {
        Ground {
            areas = Map.copyOf(areas);
            frames = List.copyOf(frames);
            columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        }
    }

    private final Ground ground;
    private final Map<String, Placed> cards;
    private final List<FrameBox> frames;
    private final List<Route> routes;
    private final Map<String, String> stands = new HashMap<>();

    /**
     * @param groupFrames of scaling groups, painted over those of the ground
     */
    Placement(
            Ground ground,
            Map<String, Placed> cards,
            List<FrameBox> groupFrames,
            List<Route> routes,
            Topology topology) {
        this.ground = ground;
        this.cards = new LinkedHashMap<>(cards);
        var all = new ArrayList<>(ground.frames());
        all.addAll(groupFrames);
        this.frames = List.copyOf(all);
        this.routes = List.copyOf(routes);
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
        return ground.areas();
    }

    List<FrameBox> fixedFrames() {
        return ground.frames();
    }

    /** VPCs, zones, subnets, then scaling groups: in the order in which they are painted. */
    public List<FrameBox> frames() {
        return frames;
    }

    public List<Route> routes() {
        return routes;
    }

    Map<Layer, Box> columns() {
        return ground.columns();
    }

    /** Left and width of a column; its y and height are those of the whole. */
    public Box column(Layer layer) {
        return ground.columns().getOrDefault(layer, ground.bounds());
    }

    public Box bounds() {
        return ground.bounds();
    }

    /** Counts up whenever cards had to be arranged anew; as long as it stays, nothing that was on the plane has moved. */
    public int arrangement() {
        return ground.arrangement();
    }
}
