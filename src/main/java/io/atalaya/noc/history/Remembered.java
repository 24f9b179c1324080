package io.atalaya.noc.history;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.catalogue.PlaceKind;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.ItemTile;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a board shows before anything was read: what was measured when this console last looked, as last known and with its
 * age. As soon as an item was read, only what was read is shown.
 */
public final class Remembered {
    /** Nothing is kept. */
    public static final Remembered NOTHING = new Remembered(Map.of());

    private final Map<String, Past> pasts;

    /** @param pasts by {@link Reading#key} */
    public Remembered(Map<String, Past> pasts) {
        this.pasts = Map.copyOf(pasts);
    }

    /** The board, with what is remembered of the items that were not read yet. */
    public Board on(Board board) {
        return pasts.isEmpty() ? board : board.with(this::on);
    }

    private ItemTile on(ItemTile tile) {
        if (!hasOneUnit(tile.item())
                || tile.readings().stream().anyMatch(each -> each.hasValue() || each.level() != Level.UNKNOWN)) {
            return tile;
        }
        var prefix = tile.item().id() + ' ';
        var known = new ArrayList<Reading>();
        pasts.forEach((key, past) -> {
            if (key.startsWith(prefix)) {
                place(key.substring(prefix.length())).ifPresent(place -> known.add(reading(tile.item(), place, past)));
            }
        });
        known.sort(Comparator.comparing(Reading::key));
        return known.isEmpty() ? tile : new ItemTile(tile.item(), known.getFirst(), known);
    }

    /** What is kept does not say its unit: an item that is measured in several is left until it is read. */
    private static boolean hasOneUnit(Item item) {
        return item.sources().stream()
                .allMatch(each -> !(each instanceof MetricSource metric) || metric.unit() == item.unit());
    }

    private static Reading reading(Item item, Place place, Past past) {
        var last = past.spans().getLast();
        List<MetricPoint> line = past.spans().stream()
                .map(span -> new MetricPoint(span.at(), span.average()))
                .toList();
        return new Reading(
                item.id(),
                place,
                Level.STALE,
                last.average(),
                item.unit(),
                null,
                null,
                item.threshold(),
                last.at().plus(last.length()),
                Duration.ZERO,
                line,
                false,
                null,
                List.of());
    }

    /** As {@link Place#key} writes it; names are not kept, so that one is called by its id until it is read. */
    private static Optional<Place> place(String key) {
        var space = key.indexOf(' ');
        var word = space < 0 ? key : key.substring(0, space);
        var id = space < 0 ? "" : key.substring(space + 1);
        return Arrays.stream(PlaceKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .map(kind -> place(kind, id));
    }

    private static Place place(PlaceKind kind, String id) {
        var type = kind.type();
        if (type == null) {
            return new Place(kind, null, id, null);
        }
        // ids of other kinds are ARNs, with slashes of their own
        var slash = kind == PlaceKind.INSTANCE ? id.indexOf('/') : -1;
        var whole = slash < 0 ? id : id.substring(0, slash);
        return new Place(kind, new ResourceRef(type, whole), whole, slash < 0 ? null : id.substring(slash + 1));
    }
}
