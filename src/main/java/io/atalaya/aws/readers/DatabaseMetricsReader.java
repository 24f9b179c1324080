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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What only the view of databases needs of the last hour: memory, lag of replicas, credits of what bursts. Asked while somebody
 * looks, because CloudWatch charges for it; what a database cannot have is not asked for.
 */
final class DatabaseMetricsReader implements Reader<MetricSeries> {
    private static final Duration SPAN = Duration.ofMinutes(60);
    private static final int PERIOD_SECONDS = 60;
    /** Enough for thirty databases and more; it ends what a minute of looking at a fleet may cost. */
    private static final int MOST = 100;

    private final Clients clients;
    private final InstantSource clock;

    DatabaseMetricsReader(Clients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Source<MetricSeries> source() {
        return new Source<>(
                Parts.DATABASE_METRICS,
                Set.of("cloudwatch:GetMetricData"),
                Cadence.MINUTE,
                Set.of(Parts.DATABASES),
                Set.of(),
                false,
                this);
    }

    @Override
    public void read(Deployment known, Consumer<List<MetricSeries>> page) {
        var ids = known.items(Parts.DATABASES).stream()
                .flatMap(database -> of(database).stream())
                .limit(MOST)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        var end = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        page.accept(MetricFetch.of(clients.cloudWatch(), ids, end.minus(SPAN), end, PERIOD_SECONDS));
    }

    static List<MetricId> of(Database database) {
        var names = new ArrayList<>(List.of("FreeableMemory"));
        if (database.replicaOf() != null) {
            names.add("ReplicaLag");
        }
        if (database.engine().startsWith("aurora")) {
            names.add("AuroraReplicaLag");
        }
        if ("gp2".equals(database.storageType())) {
            names.add("BurstBalance");
        }
        if (database.instanceClass().startsWith("db.t")) {
            names.add("CPUCreditBalance");
        }
        return names.stream()
                .map(name -> new MetricId("AWS/RDS", name, Map.of("DBInstanceIdentifier", database.id()), "Average"))
                .toList();
    }
}
