package io.atalaya.ui.noc;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.State;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.common.EvenPoints;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tiles of what was read. Without a screen; on any thread. */
public final class TileTexts {
    private static final int PLACES_IN_HINT = 8;
    private final Texts texts;
    private final ItemTexts words;

    public TileTexts(Texts texts) {
        this.texts = texts;
        this.words = new ItemTexts(texts);
    }

    /**
     * The tile of an item at a place; of its worst place where it is not measured there.
     *
     * @param place null for the worst of all
     * @param longer lines of a longer range by the reading's key, in the item's unit; empty where there is none
     */
    public TileText of(ItemTile tile, @Nullable Place place, Function<Reading, Optional<List<MetricPoint>>> longer) {
        var reading = reading(tile, place);
        var points = longer.apply(reading).orElse(reading.line());
        var critical = reading.threshold().critical();
        var warning = reading.threshold().warning();
        var silent = place == null && reading.level() == Level.OK
                ? (int) tile.readings().stream().filter(Reading::isUnknown).count()
                : 0;
        var unsure = silent > 0;
        return new TileText(
                tile.item().id(),
                words.name(tile.item()),
                unsure ? Level.UNKNOWN : reading.level(),
                unsure ? State.UNKNOWN : ItemTexts.state(reading),
                words.level(unsure ? Level.UNKNOWN : reading.level()),
                words.figure(reading),
                unsure ? texts.get("noc.tile.silent", silent, tile.readings().size()) : note(tile, reading),
                bound(reading),
                reading.at(),
                Arrays.stream(EvenPoints.of(points)).boxed().toList(),
                warning != null ? warning : critical != null ? critical : Double.NaN,
                reading.hasValue() ? "" : words.reason(reading),
                reading.level() == Level.NO_DATA && !reading.looked().isEmpty(),
                hint(tile, reading));
    }

    /** The bound that comes next: there is room for one. */
    private String bound(Reading reading) {
        var warning = reading.threshold().warning();
        var critical = reading.threshold().critical();
        var next = warning == null || critical != null && reading.level() == Level.CRITICAL ? critical : warning;
        return next == null || reading.unit() == Unit.UP_DOWN
                ? ""
                : words.bound(reading.threshold(), next, reading.unit());
    }

    /** The one reading that a tile draws. */
    public static Reading reading(ItemTile tile, @Nullable Place place) {
        if (place == null) {
            return shown(tile.readings()).orElse(tile.worst());
        }
        var there = tile.readings().stream()
                .filter(it -> it.place().whole().equals(place.whole()))
                .toList();
        return shown(there).orElseGet(() -> reading(tile, null));
    }

    /** What is bad before what is fine; of those without a value only where no other is. */
    private static Optional<Reading> shown(List<Reading> readings) {
        var worst = readings.stream().max(Comparator.comparing(Reading::level));
        if (worst.isPresent() && worst.get().hasValue()) {
            return best(readings);
        }
        return readings.stream().anyMatch(Reading::hasValue) ? best(readings) : worst;
    }

    private static Optional<Reading> best(List<Reading> readings) {
        return readings.stream()
                .filter(Reading::hasValue)
                .max(Comparator.comparing(Reading::level).thenComparing(TileTexts::badness));
    }

    /** How far in the bad direction. */
    static double badness(Reading reading) {
        var value = reading.value();
        if (value == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return switch (reading.threshold().direction()) {
            case HIGH_IS_BAD -> value;
            case LOW_IS_BAD -> -value;
        };
    }

    private String note(ItemTile tile, Reading reading) {
        var place =
                tile.readings().size() > 1 || reading.place().part() != null ? words.shortPlace(reading.place()) : "";
        if (reading.level() == Level.STALE) {
            return place.isEmpty() ? words.level(Level.STALE) : words.level(Level.STALE) + ", " + place;
        }
        return place;
    }

    private String hint(ItemTile tile, Reading reading) {
        var lines = new ArrayList<String>();
        var bounds = words.threshold(reading.threshold(), reading.unit());
        lines.add(words.name(tile.item()) + " · " + words.level(reading.level())
                + (bounds.isEmpty() ? "" : " · " + bounds));
        var sorted = tile.readings().stream()
                .sorted(Comparator.comparing(Reading::level).reversed())
                .toList();
        for (var each : sorted.subList(0, Math.min(PLACES_IN_HINT, sorted.size()))) {
            var place = words.place(each.place());
            var detail = each.detail();
            lines.add((place.isEmpty() ? "" : place + ": ")
                    + (each.hasValue() ? words.figure(each).toString() : words.reason(each))
                    + (detail == null ? "" : " (" + detail + ")"));
        }
        if (sorted.size() > PLACES_IN_HINT) {
            lines.add(texts.get("noc.tile.more", sorted.size() - PLACES_IN_HINT));
        }
        if (!reading.hasValue()) {
            lines.add(reading.looked().stream().map(words::why).collect(Collectors.joining("\n")));
        }
        return String.join("\n", lines).strip();
    }
}
