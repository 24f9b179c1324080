package io.atalaya.deployment;

import java.util.Map;

/** A metric that exists (cloudwatch:ListMetrics): CloudWatch keeps the name for two weeks after its last data point. */
public record MetricName(String namespace, String metric, Map<String, String> dimensions) {
    public MetricName {
        dimensions = Map.copyOf(dimensions);
    }
}
