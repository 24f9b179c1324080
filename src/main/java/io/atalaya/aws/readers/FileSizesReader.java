package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How large file systems were over the last two weeks, every six hours: what a growth per day is made of. */
final class FileSizesReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofDays(14);
    private static final int PERIOD_SECONDS = 6 * 3600;
    private static final List<String> CLASSES = List.of("Total", "Standard", "IA", "Archive");
    private static final int MOST = 500;

    private final Clients clients;
    private final InstantSource clock;

    FileSizesReader(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.FILE_SIZES,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.QUARTER_HOUR,
                Set.of(Parts.FILE_SYSTEMS),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) {
        var ids = known.items(Parts.FILE_SYSTEMS).stream()
                .flatMap(FileSizesReader::of)
                .limit(MOST)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        var now = clock.instant().getEpochSecond();
        // the period that runs is included: what it has so far is an average of sizes, not a sum that would look small
        var end = Instant.ofEpochSecond(Math.ceilDiv(now, PERIOD_SECONDS) * PERIOD_SECONDS);
        page.accept(MetricFetch.of(clients.cloudWatch(), ids, end.minus(SPAN), end, PERIOD_SECONDS));
    }

    private static Stream<MetricId> of(FileSystem files) {
        return CLASSES.stream()
                .map(storage -> new MetricId(
                        "AWS/EFS",
                        "StorageBytes",
                        Map.of("FileSystemId", files.id(), "StorageClass", storage),
                        "Average"));
    }
}
