package io.atalaya.ui.noc;

import io.atalaya.deployment.MetricId;
import io.atalaya.noc.catalogue.ItemGroup;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Counts;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.noc.chart.ChartReads;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the tiles show: a board, seen from one place or from all, over a range. On the JavaFX thread. */
public final class NocModel {
    /**
     * Everything on screen.
     *
     * @param places that can be chosen
     * @param notPart how many items the deployment has no such thing for: not shown unless all are wanted
     * @param jvmPlace whose JVM the panel shows; null where there is none
     */
    public record Shown(
            Board board,
            List<Place> places,
            Counts counts,
            List<TileText> tiles,
            List<TileText> jvm,
            @Nullable Place jvmPlace,
            int notPart) {
        public Shown {
            places = List.copyOf(places);
            tiles = List.copyOf(tiles);
            jvm = List.copyOf(jvm);
        }
    }

    private final TileTexts tileTexts;
    private final RangeLines lines;
    private final ObjectProperty<@Nullable Place> place = new SimpleObjectProperty<>(this, "place");
    private final ObjectProperty<NocRange> range = new SimpleObjectProperty<>(this, "range", NocRange.HOUR);
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final BooleanProperty all = new SimpleBooleanProperty(this, "all");
    private @Nullable Board newest;
    private @Nullable Board board;

    /** @param screen the way to the JavaFX thread */
    public NocModel(Texts texts, ChartReads reads, Executor screen) {
        this.tileTexts = new TileTexts(texts);
        this.lines = new RangeLines(reads, screen, this::make);
        place.addListener(it -> make());
        range.addListener(it -> make());
        all.addListener(it -> make());
    }

    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Null: the worst of all. */
    public ObjectProperty<@Nullable Place> placeProperty() {
        return place;
    }

    public ObjectProperty<NocRange> rangeProperty() {
        return range;
    }

    /** Whether items are shown that are no part of the deployment. */
    public BooleanProperty allProperty() {
        return all;
    }

    /** The item that is looked at closely; null for none. */
    public ObjectProperty<@Nullable String> chosenProperty() {
        return chosen;
    }

    /** A newer board. */
    public void show(Board newer, Instant now) {
        newest = newer;
        board = newer.standsStill(now) ? newer.lastKnown() : newer;
        make();
    }

    /** Nothing but time passed: of a board that stands still everything is last known. */
    public void pass(Instant now) {
        var made = newest;
        if (made != null && board == made && made.standsStill(now)) {
            show(made, now);
        }
    }

    /** The item that is looked at, with all its readings. */
    public Optional<ItemTile> chosenTile() {
        var current = board;
        var id = chosen.get();
        return current == null || id == null ? Optional.empty() : current.item(id);
    }

    private void make() {
        var current = board;
        if (current == null) {
            return;
        }
        var places = current.places().stream()
                .filter(it -> it.kind() == PlaceKind.INSTANCE)
                .sorted(Comparator.comparing(Place::name).thenComparing(Place::key))
                .toList();
        var at = place.get();
        var still = at != null && places.contains(at.whole()) ? at : null;
        if (at != null && still == null) {
            place.set(null); // it is gone; comes back here
            return;
        }
        var jvmPlace = still != null ? still : worstJvm(current);
        lines.want(range.get(), metrics(current, still, jvmPlace), current.at());
        shown.set(new Shown(
                current,
                places,
                current.counts(),
                tiles(current, still, false),
                tiles(current, jvmPlace, true),
                jvmPlace,
                (int) current.items().stream().filter(NocModel::notPart).count()));
    }

    private List<TileText> tiles(Board current, @Nullable Place at, boolean jvm) {
        return current.items().stream()
                .filter(it -> (it.item().group() == ItemGroup.JVM) == jvm)
                .filter(it -> all.get() || !notPart(it))
                .map(it -> tileTexts.of(it, at, reading -> lines.line(reading.metric())))
                .toList();
    }

    private static boolean notPart(ItemTile tile) {
        return tile.level() == Level.NOT_PART;
    }

    /** The place with the worst reading of a JVM; the first that has any. */
    private static @Nullable Place worstJvm(Board current) {
        return current.items().stream()
                .filter(it -> it.item().group() == ItemGroup.JVM)
                .flatMap(it -> it.readings().stream())
                .filter(Reading::hasValue)
                .max(Comparator.comparing(Reading::level)
                        .thenComparing(it -> it.place().key(), Comparator.reverseOrder()))
                .map(it -> it.place().whole())
                .orElse(null);
    }

    private static Map<MetricId, Factors> metrics(Board current, @Nullable Place at, @Nullable Place jvm) {
        var metrics = new LinkedHashMap<MetricId, Factors>();
        for (var tile : current.items()) {
            var reading = TileTexts.reading(tile, tile.item().group() == ItemGroup.JVM ? jvm : at);
            var metric = reading.metric();
            if (metric != null) {
                metrics.put(metric, Factors.of(tile.item(), metric));
            }
        }
        return metrics;
    }

    /** When what is shown was made; ages count from here to now. */
    Instant madeAt() {
        var current = board;
        return current == null ? Instant.EPOCH : current.at();
    }
}
