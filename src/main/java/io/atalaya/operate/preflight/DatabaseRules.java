package io.atalaya.operate.preflight;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceType;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StopDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starting, stopping and rebooting databases. */
final class DatabaseRules {
    /** In these RDS reboots and changes; in all others it refuses (InvalidDBInstanceState). */
    private static final Set<String> WORKING = Set.of("available", "storage-optimization", "storage-full");

    /** "If you don't manually start it after seven days, RDS automatically starts it for you." */
    private static final Duration STOPPED_AT_MOST = Duration.ofDays(7);

    private final Known known;
    private final Findings found;

    DatabaseRules(Known known, Findings found) {
        this.known = known;
        this.found = found;
    }

    void start(StartDatabase act) {
        database(act.databaseId()).ifPresent(it -> {
            if (it.status().equals("available") || it.status().equals("starting")) {
                found.blocked("nothingToDo", it.status());
            } else if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (!it.status().equals("stopped")) {
                found.blocked("databaseState", it.status());
            } else {
                found.note("databaseStarts", it.id());
            }
        });
    }

    void stop(StopDatabase act) {
        database(act.databaseId()).ifPresent(it -> {
            if (it.status().equals("stopped") || it.status().equals("stopping")) {
                found.blocked("nothingToDo", it.status());
            } else if (!it.status().equals("available")) {
                found.blocked("databaseState", it.status());
            } else if (it.clusterId() != null) {
                found.blocked("clusterMember", it.clusterId());
            } else if (it.replicaOf() != null || !it.replicaIds().isEmpty()) {
                found.blocked("replicaStop");
            } else if (it.multiAz() && it.engine().startsWith("sqlserver")) {
                found.blocked("sqlServerStop");
            } else {
                found.danger("databaseStops", it.id());
                connections(it);
                found.note("sevenDays", known.at().plus(STOPPED_AT_MOST));
            }
        });
    }

    void reboot(RebootDatabase act) {
        database(act.databaseId()).ifPresent(it -> {
            if (!working(it, found)) {
                return;
            }
            if (act.failover() && !it.multiAz()) {
                found.blocked("failoverNeedsMultiAz", it.id());
                return;
            }
            if (act.failover()) {
                found.caution("failsOver", it.id(), text(it.zone()), text(it.secondaryZone()));
            } else if (it.multiAz()) {
                found.danger("rebootsInPlace", it.id());
            } else {
                found.danger("rebootsSingle", it.id());
            }
            connections(it);
            if (!it.pendingModifications().isEmpty()) {
                found.caution("pending", Names.some(it.pendingModifications()));
            }
        });
    }

    private static String text(@Nullable String zone) {
        return zone == null ? "?" : zone;
    }

    /** Whether RDS takes changes of it; says so where it does not. */
    static boolean working(Database it, Findings found) {
        if (WORKING.contains(it.status())) {
            return true;
        }
        found.blocked("databaseState", it.status());
        return false;
    }

    private void connections(Database it) {
        known.extra(Parts.METRICS).stream()
                .filter(series -> series.id().namespace().equals("AWS/RDS")
                        && series.id().metric().equals("DatabaseConnections")
                        && it.id().equals(series.id().dimensions().get("DBInstanceIdentifier")))
                .flatMap(series -> series.points().stream())
                .max(Comparator.comparing(MetricPoint::at))
                // CloudWatch is minutes behind; what is older says nothing of now
                .filter(point -> point.at().isAfter(known.at().minus(Duration.ofMinutes(10))))
                .ifPresent(point -> found.caution("connectionsEnd", Math.round(point.value())));
    }

    private Optional<Database> database(String id) {
        return find(id, known, found);
    }

    static Optional<Database> find(String id, Known known, Findings found) {
        return known.subject(Database.class, ResourceType.DATABASE, id, Parts.DATABASES, found);
    }

    /** Ids of all instances, to see whether a name is taken. */
    static List<String> ids(Known known) {
        return known.items(Parts.DATABASES).stream().map(Database::id).toList();
    }
}
