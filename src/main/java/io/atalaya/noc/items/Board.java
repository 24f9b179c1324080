package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every item of a catalogue at every place of a deployment at one moment. Immutable; the same snapshot, catalogue and moment
 * make the same board.
 */
public final class Board {
    private final Instant at;
    private final Catalogue catalogue;
    private final List<ItemTile> items;
    private final Map<Place, List<Reading>> byPlace;
    private final Counts counts;

    private Board(Instant at, Catalogue catalogue, List<ItemTile> items) {
        this.at = at;
        this.catalogue = catalogue;
        this.items = List.copyOf(items);
        this.counts = Counts.of(items);
        var places = new LinkedHashMap<Place, List<Reading>>();
        for (var tile : items) {
            for (var reading : tile.readings()) {
                places.computeIfAbsent(reading.place().whole(), place -> new ArrayList<>())
                        .add(reading);
            }
        }
        places.replaceAll((place, readings) -> List.copyOf(readings));
        this.byPlace = places;
    }

    /** Judges all items at {@code now}. */
    public static Board of(Deployment deployment, Catalogue catalogue, Instant now) {
        var tiles = new ArrayList<ItemTile>();
        for (var item : catalogue.items()) {
            var nothing = new Reading(
                    item.id(),
                    Place.DEPLOYMENT,
                    Level.UNKNOWN,
                    null,
                    item.unit(),
                    null,
                    null,
                    item.threshold(),
                    null,
                    Duration.ZERO,
                    List.of(),
                    false,
                    null,
                    List.of());
            tiles.add(new ItemTile(item, nothing, List.of(nothing)));
        }
        return new Board(now, catalogue, tiles);
    }

    /** The moment it speaks of. */
    public Instant at() {
        return at;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** In the order of the catalogue. */
    public List<ItemTile> items() {
        return items;
    }

    public Optional<ItemTile> item(String id) {
        return items.stream().filter(tile -> tile.item().id().equals(id)).findFirst();
    }

    /** All places without their parts, in the order in which the items first have them. */
    public List<Place> places() {
        return List.copyOf(byPlace.keySet());
    }

    /** What is measured at a place and at its parts, in the order of the catalogue; empty for one that is not on the board. */
    public List<Reading> at(Place place) {
        return byPlace.getOrDefault(place.whole(), List.of());
    }

    /** One item at exactly this place. */
    public Optional<Reading> reading(String item, Place place) {
        return at(place).stream()
                .filter(each -> each.item().equals(item) && each.place().equals(place))
                .findFirst();
    }

    /** How many items are how. */
    public Counts counts() {
        return counts;
    }
}
