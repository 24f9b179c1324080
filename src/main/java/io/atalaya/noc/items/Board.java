package io.atalaya.noc.items;

import io.atalaya.deployment.Deployment;
import io.atalaya.noc.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every item of a catalogue at every place of a deployment at one moment. Immutable; the same snapshot, catalogue and moment
 * make the same board.
 */
public final class Board {
    /** A board is made anew every few seconds, and says of itself nothing later. */
    public static final Duration MADE_AGAIN_WITHIN = Duration.ofMinutes(1);

    private final Instant at;
    private final Catalogue catalogue;
    private final List<ItemTile> items;
    private final Map<Place, List<Reading>> byPlace;
    private final Counts counts;

    private final Sight sight;

    private Board(Sight sight, List<ItemTile> items) {
        this.at = sight.now();
        this.catalogue = sight.catalogue();
        this.sight = sight;
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
        return of(Sight.of(deployment, catalogue, now));
    }

    /** The same as {@link #of} for a later snapshot, sooner: what was found before need not be found again. */
    public Board then(Deployment deployment, Instant now) {
        return of(sight.then(deployment, now));
    }

    /** What is a share of something else comes after it, and is shown in its place all the same. */
    private static Board of(Sight sight) {
        var tiles = new HashMap<String, ItemTile>();
        var readings = new HashMap<String, Map<Place, Reading>>();
        var judge = new Judge(
                sight,
                (item, place) -> Optional.ofNullable(
                        readings.getOrDefault(item, Map.of()).get(place)));
        for (var late : List.of(false, true)) {
            for (var item : sight.catalogue().items()) {
                if (Judge.needsWhole(item) == late) {
                    var tile = judge.tile(item);
                    tiles.put(item.id(), tile);
                    var byPlace = new HashMap<Place, Reading>();
                    tile.readings().forEach(reading -> byPlace.put(reading.place(), reading));
                    readings.put(item.id(), byPlace);
                }
            }
        }
        return new Board(
                sight,
                sight.catalogue().items().stream()
                        .map(item -> Objects.requireNonNull(tiles.get(item.id())))
                        .toList());
    }

    /** The same board with other tiles in place of some. */
    public Board with(UnaryOperator<ItemTile> other) {
        return new Board(sight, items.stream().map(other).toList());
    }

    /** The same long after: whatever had a value is only last known, and nobody knows whether it is well. */
    public Board lastKnown() {
        return with(tile -> {
            var readings = tile.readings().stream()
                    .map(each -> each.hasValue() ? each.at(Level.STALE) : each)
                    .toList();
            return new ItemTile(
                    tile.item(), readings.stream().max(Worst.of(tile.item())).orElseThrow(), readings);
        });
    }

    /** Whether it should have been replaced long ago, so that what it says holds no more. */
    public boolean standsStill(Instant now) {
        return Duration.between(at, now).compareTo(MADE_AGAIN_WITHIN) > 0;
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

    /** What the next refresh of its metrics asks for, and what that costs. */
    public SeriesPlan plan() {
        return sight.plan();
    }

    /** How many items are how. */
    public Counts counts() {
        return counts;
    }
}
