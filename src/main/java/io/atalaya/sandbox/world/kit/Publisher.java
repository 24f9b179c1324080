package io.atalaya.sandbox.world.kit;

import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Metrics;
import io.atalaya.sandbox.world.metrics.Series;
import io.atalaya.sandbox.world.metrics.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the metrics of one resource, of one namespace, set of dimensions and resolution, and publishes them. */
public final class Publisher {
    private final Metrics metrics;
    private final String namespace;
    private final Map<String, String> dimensions;
    private final int resolution;
    private final List<Series> collected = new ArrayList<>();

    public Publisher(Metrics metrics, String namespace, Map<String, String> dimensions, int resolution) {
        this.metrics = metrics;
        this.namespace = namespace;
        this.dimensions = dimensions;
        this.resolution = resolution;
    }

    public Publisher gauge(String name, String unit, Signal signal) {
        return add(name, unit, Series.Kind.GAUGE, signal);
    }

    /** Events in each slot, not events a second. */
    public Publisher count(String name, Signal signal) {
        return add(name, "Count", Series.Kind.COUNT, signal);
    }

    public Publisher latency(String name, Signal signal) {
        return add(name, "Seconds", Series.Kind.LATENCY, signal);
    }

    /** Publishes what was collected. */
    public void publish() {
        silentUnless(t -> true);
    }

    /** Publishes what was collected, for the times when the condition holds. */
    public void silentUnless(Signal.Condition condition) {
        collected.forEach(s -> metrics.add(new Series(
                s.key(), s.unit(), s.kind(), s.resolution(), s.signal().when(condition))));
    }

    private Publisher add(String name, String unit, Series.Kind kind, Signal signal) {
        collected.add(new Series(new MetricKey(namespace, name, dimensions), unit, kind, resolution, signal));
        return this;
    }
}
