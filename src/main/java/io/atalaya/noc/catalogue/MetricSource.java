package io.atalaya.noc.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch metric.
 *
 * @param namespace {@code AWS/RDS}, {@code CITSmart/*}
 * @param metric one or several: {@code ReadLatency|WriteLatency}
 * @param statistic {@code Average Sum Maximum p95} ...
 * @param dimensions which others than the place's own it must have, and with which values; it may have still others
 * @param factor what the metric's number is multiplied with to be in {@code unit}
 * @param perSecond whether it is divided by the seconds of its period: counts and bytes of a period
 * @param combine what becomes of several metrics at one place: two disks, two directions
 * @param unit of the result
 * @param threshold when it is bad: the item's, or its own where the item's does not fit (a status check is 0 or 1)
 * @param recipe which snippet of the catalogue makes it arrive; null where AWS publishes it by itself
 */
public record MetricSource(
        PlaceKind at,
        Glob namespace,
        Glob metric,
        String statistic,
        Map<String, Glob> dimensions,
        double factor,
        boolean perSecond,
        Combine combine,
        Unit unit,
        Threshold threshold,
        @Nullable String recipe)
        implements ItemSource {
    public MetricSource {
        dimensions = Map.copyOf(dimensions);
    }

    /** What becomes of several at one place. */
    public enum Combine {
        /** The one that is worst by the threshold's direction. */
        WORST,
        SUM
    }

    /** Whether AWS itself publishes it for every such resource, so that it can be asked for without being listed. */
    public boolean isImplied() {
        return namespace.isNamed() && namespace.text().startsWith("AWS/") && isNamed();
    }

    /** Whether every name and value in it is written out. */
    public boolean isNamed() {
        return namespace.isNamed()
                && metric.isNamed()
                && dimensions.values().stream().allMatch(Glob::isNamed);
    }
}
