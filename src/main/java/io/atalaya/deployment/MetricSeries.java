package io.atalaya.deployment;

import java.util.List;

/**
 * A metric over time, oldest first (cloudwatch:GetMetricData).
 *
 * @param partial true when CloudWatch said PartialData or InternalError
 */
public record MetricSeries(MetricId id, int periodSeconds, List<MetricPoint> points, boolean partial) {
    public MetricSeries {
        points = List.copyOf(points);
    }
}
