package io.atalaya.deployment.files;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measured value with the hour behind it.
 *
 * @param value the newest; null where CloudWatch has none, which is not zero
 * @param points oldest first, in the unit of the value
 * @param state degraded where the value is worth a look; unknown without a value
 */
public record Gauge(@Nullable Double value, List<MetricPoint> points, State state) {
    public Gauge {
        points = List.copyOf(points);
    }

    /** @param worthALook from which value on; NaN for a value that is neither good nor bad */
    static Gauge of(List<MetricPoint> points, double worthALook) {
        if (points.isEmpty()) {
            return new Gauge(null, points, State.UNKNOWN);
        }
        var newest = points.getLast().value();
        return new Gauge(newest, points, newest >= worthALook ? State.DEGRADED : State.HEALTHY);
    }
}
