package io.atalaya.aws.readers;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.watch.Reader;
import io.atalaya.watch.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Two weeks of storage, hour by hour: an hour of it says nothing about the day on which a database is full. Of Aurora, whose
 * storage is the cluster's, how much that is.
 */
final class DatabaseStorageReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofDays(14);
    private static final int PERIOD_SECONDS = 3600;
    /** Two weeks of a hundred are what one page of GetMetricData holds. */
    private static final int MOST = 100;

    private final Clients clients;
    private final InstantSource clock;

    DatabaseStorageReader(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.DATABASE_STORAGE,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.FIVE_MINUTES,
                Set.of(Parts.DATABASES),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) {
        var ids = ids(known.items(Parts.DATABASES));
        if (ids.isEmpty()) {
            return;
        }
        // the hour that is not over is there too: its average so far is no worse than that of a full one
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        page.accept(MetricFetch.of(clients.cloudWatch(), ids, end.minus(SPAN), end, PERIOD_SECONDS));
    }

    private static List<MetricId> ids(List<Database> databases) {
        var own = databases.stream()
                .filter(each -> !each.engine().startsWith("aurora"))
                .map(each -> id("FreeStorageSpace", "DBInstanceIdentifier", each.id()));
        var shared = databases.stream()
                .filter(each -> each.engine().startsWith("aurora"))
                .map(Database::clusterId)
                .filter(Objects::nonNull)
                .distinct()
                .map(cluster -> id("VolumeBytesUsed", "DBClusterIdentifier", cluster));
        return Stream.concat(own, shared).limit(MOST).toList();
    }

    private static MetricId id(String metric, String dimension, String value) {
        return new MetricId("AWS/RDS", metric, Map.of(dimension, value), "Average");
    }
}
