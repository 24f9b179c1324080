package io.atalaya.deployment.overview;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that tells how the deployment does, with the hour behind it.
 *
 * @param value the newest; null where there is none, which is not zero
 * @param of what it is out of ({@code 1 of 2 targets}); null where it is out of nothing
 * @param points oldest first, in the unit of the value
 * @param threshold of the alarm that watches it; null where none does
 * @param state degraded while that alarm rings; unknown without a value
 * @param subject name of the thing, where the figure is that of one among several: the busiest; null otherwise
 * @param partial CloudWatch said that some data was missing
 */
public record KeyFigure(
        Kind kind,
        @Nullable Double value,
        @Nullable Double of,
        List<MetricPoint> points,
        @Nullable Double threshold,
        State state,
        @Nullable String subject,
        boolean partial) {
    /** Which number, with its unit. */
    public enum Kind {
        /** Per second. */
        REQUESTS,
        /** Seconds; 95 of 100 requests were faster. */
        LATENCY,
        /** Per minute. */
        ERRORS,
        /** Targets. */
        HEALTHY_TARGETS,
        /** Per cent of the busiest instance. */
        CPU,
        /** Open connections of all databases. */
        CONNECTIONS,
        /** Seconds, of the slowest database. */
        READ_LATENCY,
        /** Bytes per second of all file systems. */
        FILE_THROUGHPUT;

        /** The part whose age is the age of this figure. */
        public Part<?> basis() {
            return this == HEALTHY_TARGETS ? Parts.TARGETS : Parts.METRICS;
        }
    }

    public KeyFigure {
        points = List.copyOf(points);
    }
}
