package io.atalaya.noc.items;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many items are how, each counted by its worst reading. */
public record Counts(int items, Map<Level, Integer> byLevel) {
    public Counts {
        byLevel = Map.copyOf(byLevel);
    }

    static Counts of(Collection<ItemTile> tiles) {
        var counted = new EnumMap<Level, Integer>(Level.class);
        tiles.forEach(tile -> counted.merge(tile.level(), 1, Integer::sum));
        return new Counts(tiles.size(), counted);
    }

    public int of(Level level) {
        return byLevel.getOrDefault(level, 0);
    }

    /** Critical. */
    public int failed() {
        return of(Level.CRITICAL);
    }

    /** Beyond a warning. */
    public int degraded() {
        return of(Level.WARNING);
    }

    public int lastKnown() {
        return of(Level.STALE);
    }

    /** Without a value, for a stated reason. */
    public int withoutSource() {
        return of(Level.NO_DATA) + of(Level.UNKNOWN);
    }
}
