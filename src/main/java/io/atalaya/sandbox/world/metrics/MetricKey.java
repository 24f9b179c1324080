package io.atalaya.sandbox.world.metrics;

import java.util.Map;
import java.util.TreeMap;

/** What identifies a metric: namespace, name and the exact set of dimensions. */
public record MetricKey(String namespace, String name, Map<String, String> dimensions) {
    public MetricKey {
        dimensions = Map.copyOf(dimensions);
    }

    /** Dimensions by name, for a stable order in lists. */
    public Map<String, String> sortedDimensions() {
        return new TreeMap<>(dimensions);
    }
}
