package io.atalaya.deployment.overview;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Databases that will be full within a day if they go on as in the last minutes. */
final class FillingRule implements Rule {
    /** Short enough to see a runaway load within minutes, long enough to see no noise. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(4);

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Duration VERY_NEAR = Duration.ofHours(1);
    /** Below that share of the allocated storage an hour it is what databases do. */
    private static final double UNUSUAL = 0.02;

    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.DATABASES).stream().flatMap(each -> of(each, situation));
    }

    private static Stream<Finding> of(Database database, Situation situation) {
        return situation.metrics().all("AWS/RDS", "FreeStorageSpace").stream()
                .filter(each -> database.id().equals(each.id().dimensions().get("DBInstanceIdentifier")))
                .max(Comparator.comparing(series -> series.points().size()))
                .map(MetricSeries::points)
                .filter(points -> !points.isEmpty())
                .flatMap(points -> forecast(database, points).stream().findFirst())
                .stream();
    }

    private static List<Finding> forecast(Database database, List<MetricPoint> points) {
        var free = points.getLast().value();
        var taken = -Slope.perHour(points, LOOKED_BACK).orElse(0);
        if (taken < UNUSUAL * database.allocatedGib() * BYTES_PER_GIB || taken <= 0) {
            return List.of();
        }
        var left = Duration.ofSeconds(Math.round(Math.max(0, free) / taken * 3600));
        return left.compareTo(AHEAD) > 0
                ? List.of()
                : List.of(new Finding(
                        FindingKind.DATABASE_FILLS,
                        left.compareTo(VERY_NEAR) < 0 ? Urgency.FAILED : Urgency.DEGRADED,
                        database.ref(),
                        Parts.METRICS,
                        null,
                        List.of(database.id(), Math.round(free), Math.round(taken), left)));
    }
}
