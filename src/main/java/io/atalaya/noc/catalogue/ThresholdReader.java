package io.atalaya.noc.catalogue;

import io.atalaya.noc.catalogue.Threshold.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code bad}, {@code warning}, {@code critical} and {@code share-of}; what is not there is as it was before. */
final class ThresholdReader {
    private final TableReader table;

    ThresholdReader(TableReader table) {
        this.table = table;
    }

    /** The threshold with what the table changes; the one before where what it says makes no sense. */
    Threshold read(Threshold before) {
        var direction = table.text("bad").flatMap(this::direction).orElse(before.direction());
        var warning = bound("warning", before.warning());
        var critical = bound("critical", before.critical());
        var shareOf = table.text("share-of").orElse(before.shareOf());
        var read = new Threshold(direction, warning, critical, shareOf);
        if (warning != null && critical != null && read.isWarning(critical)) {
            return read;
        }
        if (warning != null && critical != null) {
            table.wrong(
                    table.has("critical") ? "critical" : "warning",
                    "critical (" + critical + ") is not as bad as warning (" + warning + ") when "
                            + (direction == Direction.HIGH_IS_BAD ? "high" : "low") + " is bad");
            return before;
        }
        return read;
    }

    private @Nullable Double bound(String key, @Nullable Double before) {
        if (!table.has(key)) {
            return before;
        }
        if (table.says(key, "none")) {
            return null;
        }
        return table.number(key).orElse(before);
    }

    private Optional<Direction> direction(String word) {
        return switch (word) {
            case "high" -> Optional.of(Direction.HIGH_IS_BAD);
            case "low" -> Optional.of(Direction.LOW_IS_BAD);
            default -> {
                table.wrong("bad", "bad is \"" + word + "\", and must be high or low");
                yield Optional.empty();
            }
        };
    }
}
