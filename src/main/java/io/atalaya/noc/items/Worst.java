package io.atalaya.noc.items;

import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.Threshold;
import java.util.Comparator;

/** Which of an item's readings is the one to look at. */
final class Worst {
    private Worst() {}

    /** By level; then by how near it is to its own bound, for an item may have several units; then by the value. */
    static Comparator<Reading> of(Item item) {
        return Comparator.comparing(Reading::level)
                .thenComparing(Worst::nearness)
                .thenComparing(reading -> reading.unit() == item.unit())
                .thenComparing(Worst::badness);
    }

    private static double nearness(Reading reading) {
        var value = reading.value();
        var bounds = reading.threshold();
        var bound = bounds.critical() == null ? bounds.warning() : bounds.critical();
        if (value == null || bound == null || bound == 0 || value == 0) {
            return 0;
        }
        return bounds.direction() == Threshold.Direction.HIGH_IS_BAD ? value / bound : bound / value;
    }

    private static double badness(Reading reading) {
        var value = reading.value();
        if (value == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return reading.threshold().direction() == Threshold.Direction.HIGH_IS_BAD ? value : -value;
    }
}
