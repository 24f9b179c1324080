package io.atalaya.ui.common;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Measured values at even distances in time, as a {@link Sparkline} wants them. */
public final class EvenPoints {
    private static final int MOST = 2000;

    private EvenPoints() {}

    /**
     * The shortest distance between two points is taken for the period.
     *
     * @param points oldest first
     * @return NaN where a period has no value: a gap is no line
     */
    public static double[] of(List<MetricPoint> points) {
        if (points.size() < 2) {
            return points.stream().mapToDouble(MetricPoint::value).toArray();
        }
        long step = Long.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            var apart = Duration.between(points.get(i - 1).at(), points.get(i).at());
            step = Math.min(step, Math.max(1, apart.toSeconds()));
        }
        var from = points.getFirst().at();
        int length = (int)
                Math.min(MOST, Duration.between(from, points.getLast().at()).toSeconds() / step + 1);
        var even = new double[length];
        Arrays.fill(even, Double.NaN);
        for (var point : points) {
            int index = (int) (Duration.between(from, point.at()).toSeconds() / step);
            if (index < length) {
                even[index] = point.value();
            }
        }
        return even;
    }
}
