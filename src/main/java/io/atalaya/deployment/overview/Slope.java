package io.atalaya.deployment.overview;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How fast something grows or shrinks, by the first and the last of its latest points. */
final class Slope {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private Slope() {}

    /**
     * Units per hour over the latest points.
     *
     * @param points oldest first
     * @param span how far back from the newest
     * @return empty when the points reach over less than half of the span
     */
    static OptionalDouble perHour(List<MetricPoint> points, Duration span) {
        if (points.isEmpty()) {
            return OptionalDouble.empty();
        }
        var last = points.getLast();
        var from = last.at().minus(span);
        var first = points.stream()
                .filter(each -> !each.at().isBefore(from))
                .findFirst()
                .orElse(last);
        var between = Duration.between(first.at(), last.at());
        return between.compareTo(span.dividedBy(2)) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.value() - first.value()) / between.toMillis() * MILLIS_PER_HOUR);
    }
}
