package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.noc.items.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the tile of an item.
 *
 * @param item its id
 * @param word its level in the reader's language
 * @param place where it is so; empty for the deployment itself
 * @param threshold {@code ≥ 70 %}; empty where nothing is bad
 * @param at the moment the value speaks of; null without a value
 * @param line at even distances, NaN where nothing was measured; never drawn over
 * @param limit drawn as a line; NaN for none
 * @param reason why there is no value; empty where there is one
 * @param howTo whether something can be copied that makes it arrive
 * @param hint everything in words, for hovering
 */
public record TileText(
        String item,
        String name,
        Level level,
        State state,
        String word,
        ItemTexts.Figure figure,
        String place,
        String threshold,
        @Nullable Instant at,
        List<Double> line,
        double limit,
        String reason,
        boolean howTo,
        String hint) {
    public TileText {
        line = List.copyOf(line);
    }

    public boolean hasValue() {
        return at != null;
    }

    public boolean stale() {
        return level == Level.STALE;
    }

    public boolean alarmed() {
        return level == Level.WARNING || level == Level.CRITICAL;
    }

    /** As a {@link io.atalaya.ui.common.Sparkline} wants them. */
    public double[] points() {
        return line.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
