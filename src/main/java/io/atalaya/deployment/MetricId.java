package io.atalaya.deployment;

import java.util.Map;

/**
 * Names a metric and a statistic.
 *
 * @param statistic {@code Average Sum Maximum p95} ...
 */
public record MetricId(String namespace, String metric, Map<String, String> dimensions, String statistic) {
    public MetricId {
        dimensions = Map.copyOf(dimensions);
    }
}
