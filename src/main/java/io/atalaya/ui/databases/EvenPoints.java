package io.atalaya.ui.databases;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Points at even distances, for a line: NaN where there is none. */
final class EvenPoints {
    private static final int MOST = 2000;

    private EvenPoints() {}

    /** The shortest distance between two points is taken for the period. */
    static double[] of(List<MetricPoint> points) {
        if (points.size() < 2) {
            return points.stream().mapToDouble(MetricPoint::value).toArray();
        }
        long step = Long.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            step = Math.min(step, Math.max(1, seconds(points.get(i - 1), points.get(i))));
        }
        var first = points.getFirst();
        int length = (int) Math.min(MOST, seconds(first, points.getLast()) / step + 1);
        var even = new double[length];
        Arrays.fill(even, Double.NaN);
        for (var point : points) {
            int index = (int) (seconds(first, point) / step);
            if (index < length) {
                even[index] = point.value();
            }
        }
        return even;
    }

    private static long seconds(MetricPoint from, MetricPoint to) {
        return Duration.between(from.at(), to.at()).toSeconds();
    }
}
