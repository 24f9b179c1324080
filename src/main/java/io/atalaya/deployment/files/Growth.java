package io.atalaya.deployment.files;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast something grows: the straight line that lies nearest to all its sizes.
 *
 * @param bytesPerDay negative where it shrinks
 * @param over from the first size to the last
 */
public record Growth(double bytesPerDay, Duration over) {
    /** A shorter time says more of the hour than of the days to come. */
    private static final Duration LEAST = Duration.ofDays(2);

    private static final double SECONDS_PER_DAY = 86_400;

    /** @return empty when the sizes reach over less than two days */
    public static Optional<Growth> of(List<MetricPoint> sizes) {
        if (sizes.size() < 2) {
            return Optional.empty();
        }
        var from = sizes.getFirst().at();
        var over = Duration.between(from, sizes.getLast().at());
        if (over.compareTo(LEAST) < 0) {
            return Optional.empty();
        }
        double meanTime = 0;
        double meanSize = 0;
        for (var size : sizes) {
            meanTime += days(Duration.between(from, size.at())) / sizes.size();
            meanSize += size.value() / sizes.size();
        }
        double together = 0;
        double spread = 0;
        for (var size : sizes) {
            var time = days(Duration.between(from, size.at())) - meanTime;
            together += time * (size.value() - meanSize);
            spread += time * time;
        }
        return Optional.of(new Growth(spread == 0 ? 0 : together / spread, over));
    }

    private static double days(Duration duration) {
        return duration.toSeconds() / SECONDS_PER_DAY;
    }
}
