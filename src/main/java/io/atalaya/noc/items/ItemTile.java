package io.atalaya.noc.items;

import io.atalaya.noc.catalogue.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An item with all its readings, of which there is at least one.
 *
 * @param worst the one to look at first: by level, then by how far its value is in the bad direction
 */
public record ItemTile(Item item, Reading worst, List<Reading> readings) {
    public ItemTile {
        readings = List.copyOf(readings);
    }

    public Level level() {
        return worst.level();
    }

    /** The worst of those with a value: what a tile draws as its number; empty where no place has one. */
    public Optional<Reading> number() {
        return readings.stream().filter(Reading::hasValue).max(Comparator.comparing(Reading::level));
    }
}
