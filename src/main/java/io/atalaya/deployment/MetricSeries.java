package io.atalaya.deployment;

import java.util.List;

/**
 * A metric over time, oldest first (cloudwatch:GetMetricData).
 *
 * @param partial true when CloudWatch said PartialData or InternalError
 */
public record MetricSeries(MetricId id, int periodSeconds, List<MetricPoint> points, boolean partial) {
    public MetricSeries {
        points = points instanceof MetricPoints ? points : List.copyOf(points);
    }

    /**
     * Seconds from one point to the next, by the two that are nearest: longer than the period that was asked for where the metric
     * is published more seldom (basic monitoring, sizes of file systems).
     */
    public int spacing() {
        var shortest = MetricPoints.of(points).spacing();
        return shortest.isEmpty()
                ? periodSeconds
                : (int) Math.clamp(shortest.getAsLong(), periodSeconds, Integer.MAX_VALUE);
    }
}
