package io.atalaya.sandbox.world.metrics;

/**
 * A published metric.
 *
 * @param unit CloudWatch's word, e.g. {@code Percent}
 * @param resolution seconds between two measurements: 60, or 300 for basic monitoring
 */
public record Series(MetricKey key, String unit, Kind kind, int resolution, Signal signal) {
    /** What a measurement stands for, which decides what the statistics make of it. */
    public enum Kind {
        /** One sample of a level: CPU, free storage. */
        GAUGE,
        /** So many events in the slot: requests. A slot without events publishes nothing. */
        COUNT,
        /** The mean of many samples, spread as waiting times are: latency. */
        LATENCY
    }
}
