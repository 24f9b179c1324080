package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Looked;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items and their readings in the reader's language. */
public final class ItemTexts {
    private static final double SECOND = 1000;
    private static final int PLACE_ROOM = 26;

    private final Texts texts;
    private final Units units;

    public ItemTexts(Texts texts) {
        this.texts = texts;
        this.units = new Units(texts.getLocale());
    }

    /** A number and what it is counted in. */
    public record Figure(String number, String unit) {
        @Override
        public String toString() {
            return unit.isEmpty() ? number : unit.startsWith("/") ? number + unit : number + " " + unit;
        }
    }

    /** The name the catalogue gives it, else that of the messages, else its id. */
    public String name(Item item) {
        return AwsText.line(item.ownName().orElseGet(() -> found(item.nameKey()).orElse(item.id())));
    }

    /** What to do when it is bad; empty where nobody wrote it. */
    public Optional<String> runbook(Item item) {
        var own = item.runbook();
        return own == null ? found(item.runbookKey()) : Optional.of(AwsText.hint(own));
    }

    /** The text of a key, where there is one. */
    public Optional<String> found(String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    /** The value, or a dash. */
    public Figure figure(Reading reading) {
        var text = reading.text();
        var value = reading.value();
        if (text != null) {
            return new Figure(AwsText.word(text), "");
        }
        return value == null ? new Figure("-", "") : figure(value, reading.unit());
    }

    public Figure figure(double value, Unit unit) {
        return switch (unit) {
            case PERCENT -> new Figure(units.number(value), "%");
            case BYTES -> split(units.bytes(value), "");
            case BYTES_PER_SECOND -> split(units.bytes(value), "/s");
            case PER_SECOND -> new Figure(units.number(value), "/s");
            case MILLISECONDS ->
                Math.abs(value) < SECOND
                        ? new Figure(units.number(value), "ms")
                        : new Figure(units.number(value / SECOND), "s");
            case SECONDS -> new Figure(units.number(value), "s");
            case DAYS -> new Figure(units.number(value), "d");
            case UP_DOWN -> new Figure(texts.get(value > 0 ? "noc.tile.up" : "noc.tile.down"), "");
            case COUNT, NONE, TEXT -> new Figure(units.number(value), "");
        };
    }

    private static Figure split(String text, String per) {
        int blank = text.lastIndexOf(' ');
        return new Figure(text.substring(0, blank), text.substring(blank + 1) + per);
    }

    /** {@code ≥ 70 %}; both bounds where there are two: {@code ≥ 70 % · 90 %}; empty where nothing is bad. */
    public String threshold(Threshold threshold, Unit unit) {
        if (unit == Unit.UP_DOWN) {
            return ""; // "down" needs no number
        }
        var bounds = Stream.of(Optional.ofNullable(threshold.warning()), Optional.ofNullable(threshold.critical()))
                .flatMap(Optional::stream)
                .map(it -> figure(it, unit).toString())
                .distinct()
                .collect(Collectors.joining(" · "));
        return bounds.isEmpty() ? "" : sign(threshold) + " " + bounds;
    }

    /** One bound: {@code ≥ 70 %}. */
    public String bound(Threshold threshold, double bound, Unit unit) {
        return sign(threshold) + " " + figure(bound, unit);
    }

    private static String sign(Threshold threshold) {
        return threshold.direction() == Threshold.Direction.HIGH_IS_BAD ? "≥" : "≤";
    }

    /** What a person calls the place; the deployment itself has no name on a tile. */
    public String place(Place place) {
        var part = place.part();
        var whole = place.kind() == io.atalaya.noc.catalogue.PlaceKind.DEPLOYMENT ? "" : place.name();
        return AwsText.line(part == null ? whole : whole.isEmpty() ? part : whole + " " + part);
    }

    /** The same for narrow places: its middle is cut, for names differ at their ends. */
    public String shortPlace(Place place) {
        return Words.cutMiddle(place(place), PLACE_ROOM);
    }

    public String level(Level level) {
        return found(level.nameKey()).orElse(level.name());
    }

    /** Why there is no value: the reason, and what was looked for. */
    public String why(Looked looked) {
        return found(looked.whyKey()).orElse(looked.why().name()) + ": " + AwsText.line(looked.where());
    }

    /** The reason alone, of the source that comes first; of a level where nothing was looked at. */
    public String reason(Reading reading) {
        if (reading.level() == Level.NOT_PART || reading.looked().isEmpty()) {
            return level(reading.level());
        }
        var first = reading.looked().getFirst();
        return found(first.whyKey()).orElse(first.why().name());
    }

    /** The shape of a level. What is only last known has the shape of what it was, drawn hollow. */
    public static State state(Reading reading) {
        return switch (reading.level()) {
            case OK -> State.HEALTHY;
            case WARNING -> State.DEGRADED;
            case CRITICAL -> State.FAILED;
            case STALE -> was(reading);
            case NO_DATA, NOT_PART, UNKNOWN -> State.UNKNOWN;
        };
    }

    private static State was(Reading reading) {
        var value = reading.value();
        if (value != null && reading.threshold().isCritical(value)) {
            return State.FAILED;
        }
        return value != null && reading.threshold().isWarning(value) ? State.DEGRADED : State.HEALTHY;
    }
}
