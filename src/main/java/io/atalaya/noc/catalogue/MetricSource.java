package io.atalaya.noc.catalogue;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch metric.
 *
 * @param namespace with {@code *} for any run of characters: {@code CITSmart/*}
 * @param metric with {@code *} likewise
 * @param statistic {@code Average Sum Maximum p95} ...
 * @param dimensions which others than the place's own it must have, and with which values; {@code *} as above. Metrics may
 *     have still others
 * @param factor what the metric's number is multiplied with to be in the item's unit
 * @param combine what becomes of several metrics at one place: two disks, two tunnels
 * @param recipe which snippet of the catalogue makes it arrive; null where AWS publishes it by itself
 * @param threshold its own judgement where the item's does not fit its number: a status check is 0 or 1; null for the item's
 */
public record MetricSource(
        PlaceKind at,
        String namespace,
        String metric,
        String statistic,
        Map<String, String> dimensions,
        double factor,
        Combine combine,
        @Nullable String recipe,
        @Nullable Threshold threshold,
        @Nullable Unit unit)
        implements ItemSource {
    public MetricSource {
        dimensions = Map.copyOf(dimensions);
        Objects.requireNonNull(combine);
    }

    /** What becomes of several at one place. */
    public enum Combine {
        /** The worst of them, by the threshold's direction. */
        WORST,
        SUM
    }
}
