package io.atalaya.ui.common;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Observed;
import java.time.Duration;
import java.util.List;

/**
 * The age of a measured value. CloudWatch answers at once with what it has: where a metric stopped, the last point is older than
 * the answer, and its age is what counts.
 */
public final class PointAges {
    /** Points arrive up to this long after their period. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    /** Of a single point the period is not known: no metric shown here has a longer one. */
    private static final Duration LONGEST_PERIOD = Duration.ofMinutes(5);

    private PointAges() {}

    /**
     * What was observed, as old as its last point where that is older than usual.
     *
     * @param points oldest first
     */
    public static <T> Observed<T> of(Observed<T> observed, List<MetricPoint> points) {
        var askedAt = observed.askedAt();
        if (askedAt == null || points.isEmpty()) {
            return observed;
        }
        var period = period(points);
        var end = points.getLast().at().plus(period);
        return Duration.between(end, askedAt).compareTo(USUAL.plus(period)) <= 0
                ? observed
                : new Observed<>(observed.value(), end, observed.cadence(), observed.problem(), observed.attemptedAt());
    }

    /** The shortest distance between two points. */
    private static Duration period(List<MetricPoint> points) {
        var shortest = LONGEST_PERIOD;
        for (int i = 1; i < points.size(); i++) {
            var apart = Duration.between(points.get(i - 1).at(), points.get(i).at());
            shortest = apart.compareTo(shortest) < 0 ? apart : shortest;
        }
        return shortest;
    }
}
