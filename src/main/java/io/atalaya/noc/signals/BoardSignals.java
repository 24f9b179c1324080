package io.atalaya.noc.signals;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.Words;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items beyond their thresholds, probes that fail, containers that are missing. An entry is over where its very reading is
 * current and not bad any more, or where its place is gone for certain.
 */
final class BoardSignals {
    /** Kind of an item's entries: {@code item.cpu}. */
    static final String KIND = "item.";

    private BoardSignals() {}

    static Signals of(Board board, Deployment deployment, Instant now) {
        var all = new ArrayList<Signal>();
        var blind = new HashSet<String>();
        for (var tile : board.items()) {
            for (var reading : tile.readings()) {
                if (!isJudged(reading.level())) {
                    blind.add(key(reading));
                }
                if (isTold(reading.level())) {
                    all.add(signal(tile, reading, deployment, now));
                }
            }
        }
        var sources = new Sources(deployment, now);
        var seeing = Arrays.stream(PlaceKind.values())
                .filter(each -> sources.sees(placesOf(each)) && hasBeenAsked(each, deployment, sources))
                .map(BoardSignals::source)
                .collect(Collectors.toSet());
        return new Signals(all, seeing, blind);
    }

    /** At a start places are known before what is measured there: until then nothing is over. */
    private static boolean hasBeenAsked(PlaceKind kind, Deployment deployment, Sources sources) {
        return switch (kind) {
            case SITE -> sources.sees(Parts.PROBES);
            case INSTANCE -> answered(deployment, Parts.METRIC_NAMES) && answered(deployment, Parts.NOC_SERIES);
            default -> answered(deployment, Parts.NOC_SERIES);
        };
    }

    private static boolean answered(Deployment deployment, Part<?> part) {
        var observed = deployment.observed(part);
        return observed.value() != null || observed.problem() != null;
    }

    private static boolean isJudged(Level level) {
        return level == Level.OK || level == Level.WARNING || level == Level.CRITICAL;
    }

    private static boolean isTold(Level level) {
        return level == Level.STALE || level == Level.WARNING || level == Level.CRITICAL;
    }

    private static Signal signal(ItemTile tile, Reading reading, Deployment deployment, Instant now) {
        var item = tile.item();
        var place = reading.place();
        var at = reading.at();
        return new Signal(
                key(reading),
                KIND + item.id(),
                switch (reading.level()) {
                    case CRITICAL -> Severity.CRITICAL;
                    case WARNING -> Severity.WARNING;
                    default -> Severity.UNKNOWN;
                },
                words(item, reading),
                on(place, deployment),
                place.part() == null ? named(reading, deployment) : named(reading, deployment) + " " + place.part(),
                source(place.kind()),
                null,
                null,
                at == null ? now : at,
                isJudged(reading.level()));
    }

    private static String key(Reading reading) {
        return "item " + reading.key();
    }

    private static String source(PlaceKind kind) {
        return "items of " + kind.word();
    }

    /** A site is no resource: what answers there is, and it is what something can be done about. */
    private static @Nullable ResourceRef on(Place place, Deployment deployment) {
        if (place.kind() != PlaceKind.SITE) {
            return place.ref();
        }
        return deployment.items(Parts.PROBES).stream()
                .filter(each -> each.target().equals(place.name()))
                .flatMap(each -> Stream.ofNullable(each.about()))
                .findFirst()
                .orElse(place.ref());
    }

    /** What says which places of this kind there are. */
    private static Part<?> placesOf(PlaceKind kind) {
        return switch (kind) {
            case INSTANCE, DEPLOYMENT -> Parts.INSTANCES;
            case LOAD_BALANCER -> Parts.LOAD_BALANCERS;
            case TARGET_GROUP -> Parts.TARGET_GROUPS;
            case DATABASE -> Parts.DATABASES;
            case FILE_SYSTEM -> Parts.FILE_SYSTEMS;
            case SITE -> Parts.RECORD_SETS;
        };
    }

    private static String named(Reading reading, Deployment deployment) {
        var place = reading.place();
        return place.name().isEmpty() ? FindingSignals.where(place.ref(), deployment) : place.name();
    }

    /** Item id, its own name or nothing, the value, its unit, the bound that was passed, which of several. */
    private static Words words(Item item, Reading reading) {
        var bound = bound(reading.threshold(), reading.level());
        var value = reading.value();
        var text = reading.text();
        var key = reading.level() == Level.STALE ? "stale" : bound == null ? "bad" : "beyond";
        var said = value != null ? (Object) value : text == null ? "" : text;
        var detail = reading.detail();
        return new Words(
                "desk.item." + key,
                List.of(
                        item.id(),
                        item.ownName().orElse(""),
                        said,
                        item.unit().name(),
                        bound == null ? "" : (Object) bound,
                        detail == null ? "" : detail));
    }

    private static @Nullable Double bound(Threshold threshold, Level level) {
        return level == Level.CRITICAL && threshold.critical() != null ? threshold.critical() : threshold.warning();
    }
}
