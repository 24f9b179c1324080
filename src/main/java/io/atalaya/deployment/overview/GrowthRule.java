package io.atalaya.deployment.overview;

import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * File systems that grow as nothing that people do makes them grow. EFS has no end: what ends is the money. Its size reaches
 * CloudWatch every fifteen minutes, so one hour is four points.
 */
final class GrowthRule implements Rule {
    private static final Duration LOOKED_BACK = Duration.ofMinutes(50);
    private static final double UNUSUAL_PER_HOUR = 0.02;
    private static final double WORTH_SAYING = 1024.0 * 1024 * 1024;

    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.FILE_SYSTEMS).stream().flatMap(each -> of(each, situation));
    }

    private static Stream<Finding> of(FileSystem files, Situation situation) {
        return situation.metrics().all("AWS/EFS", "StorageBytes").stream()
                .filter(each -> files.id().equals(each.id().dimensions().get("FileSystemId"))
                        && "Total".equals(each.id().dimensions().get("StorageClass")))
                .flatMap(each -> growth(files, each));
    }

    private static Stream<Finding> growth(FileSystem files, MetricSeries sizes) {
        var perHour = Slope.perHour(sizes.points(), LOOKED_BACK).orElse(0);
        if (sizes.points().isEmpty() || perHour < WORTH_SAYING) {
            return Stream.empty();
        }
        var size = Math.max(files.sizeBytes(), sizes.points().getLast().value());
        return perHour < UNUSUAL_PER_HOUR * size
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.FILE_SYSTEM_GROWS,
                        Urgency.DEGRADED,
                        files.ref(),
                        Parts.METRICS,
                        null,
                        List.of(
                                files.name(),
                                Math.round(size),
                                Math.round(perHour),
                                Duration.ofSeconds(Math.round(size / perHour * 3600)))));
    }
}
