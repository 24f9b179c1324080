package io.atalaya.deployment.files;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Burst credits of a file system in bursting mode, in bytes: what it may read and write above its baseline of 50 KiB/s for each
 * GiB of Standard storage. Without credits it is as slow as that.
 *
 * @param balance null where CloudWatch has none
 * @param perHour how the balance moved in the last hour; negative while it is used up
 * @param timeToEmpty if that goes on; null where it does not empty within a week, or nothing is said
 */
public record Credits(
        @Nullable Double balance, double perHour, @Nullable Duration timeToEmpty, List<MetricPoint> points) {
    /** Beyond that it is what a busy day does and a quiet night undoes. */
    private static final Duration FAR = Duration.ofDays(7);

    /** A balance that is looked at for less says nothing about the pace: one job that reads a lot moves it. */
    private static final Duration ENOUGH = Duration.ofMinutes(30);

    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double SECONDS_PER_HOUR = 3600;

    public Credits {
        points = List.copyOf(points);
    }

    static Credits of(List<MetricPoint> points) {
        if (points.isEmpty()) {
            return new Credits(null, 0, null, points);
        }
        var first = points.getFirst();
        var last = points.getLast();
        var millis = Duration.between(first.at(), last.at()).toMillis();
        var perHour = millis <= 0 ? 0 : (last.value() - first.value()) / millis * MILLIS_PER_HOUR;
        var seconds = perHour >= 0 ? Double.POSITIVE_INFINITY : last.value() / -perHour * SECONDS_PER_HOUR;
        return new Credits(
                last.value(),
                perHour,
                span(points).compareTo(ENOUGH) < 0 || seconds > FAR.toSeconds()
                        ? null
                        : Duration.ofSeconds(Math.round(seconds)),
                points);
    }

    /** Whether there is enough to say how long they last: half an hour between the first and the last point. */
    public boolean tellsPace() {
        return span(points).compareTo(ENOUGH) >= 0;
    }

    private static Duration span(List<MetricPoint> points) {
        return points.isEmpty()
                ? Duration.ZERO
                : Duration.between(points.getFirst().at(), points.getLast().at());
    }
}
