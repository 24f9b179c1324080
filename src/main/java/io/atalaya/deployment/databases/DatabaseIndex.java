package io.atalaya.deployment.databases;

import io.atalaya.deployment.AutomatedBackup;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseAuthority;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.DatabaseParameter;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PendingMaintenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What belongs to which database, found in one pass over a snapshot. */
final class DatabaseIndex {
    private static final Comparator<DatabaseSnapshot> NEWEST = Comparator.comparing(
            DatabaseSnapshot::createdAt,
            Comparator.nullsLast(Comparator.<Instant>naturalOrder().reversed()));

    private final Deployment deployment;
    private final Map<String, List<DatabaseSnapshot>> snapshots;
    private final Map<String, List<DatabaseSnapshot>> clusterSnapshots;
    private final Map<String, List<DatabaseEvent>> events;
    private final Map<String, List<PendingMaintenance>> maintenance;
    private final Map<String, List<AutomatedBackup>> backups;
    private final Map<String, DatabaseParameter> parameters = new HashMap<>();
    private final Map<String, DatabaseAuthority> authorities = new HashMap<>();
    private final Map<String, Database> databases = new HashMap<>();
    private final Map<String, DatabaseCluster> clusters = new HashMap<>();
    private final Map<Part<?>, Map<String, List<MetricPoint>>> metrics = new HashMap<>();

    DatabaseIndex(Deployment deployment) {
        this.deployment = deployment;
        snapshots = group(deployment.items(Parts.DATABASE_SNAPSHOTS), DatabaseSnapshot::databaseId);
        snapshots.values().forEach(each -> each.sort(NEWEST));
        clusterSnapshots = group(deployment.items(Parts.CLUSTER_SNAPSHOTS), DatabaseSnapshot::databaseId);
        clusterSnapshots.values().forEach(each -> each.sort(NEWEST));
        events = group(deployment.items(Parts.DATABASE_EVENTS), DatabaseEvent::sourceId);
        events.values()
                .forEach(each ->
                        each.sort(Comparator.comparing(DatabaseEvent::at).reversed()));
        maintenance = group(deployment.items(Parts.DATABASE_MAINTENANCE), PendingMaintenance::resourceArn);
        backups = group(deployment.items(Parts.DATABASE_BACKUPS), AutomatedBackup::databaseId);
        deployment.items(Parts.DATABASE_PARAMETERS).forEach(each -> parameters.put(each.group(), each));
        deployment.items(Parts.DATABASE_AUTHORITIES).forEach(each -> authorities.put(each.id(), each));
        deployment.items(Parts.DATABASES).forEach(each -> databases.put(each.id(), each));
        deployment.items(Parts.DATABASE_CLUSTERS).forEach(each -> clusters.put(each.id(), each));
        for (var part : List.of(Parts.METRICS, Parts.DATABASE_METRICS, Parts.DATABASE_STORAGE)) {
            metrics.put(part, points(deployment.items(part)));
        }
    }

    private static Map<String, List<MetricPoint>> points(List<MetricSeries> all) {
        var found = new HashMap<String, List<MetricPoint>>();
        for (var series : all) {
            var id = series.id();
            if (id.namespace().equals("AWS/RDS")) {
                var of = id.dimensions()
                        .getOrDefault("DBInstanceIdentifier", id.dimensions().get("DBClusterIdentifier"));
                found.putIfAbsent(id.metric() + " " + of, series.points());
            }
        }
        return found;
    }

    private static <T> Map<String, List<T>> group(List<T> items, Function<T, String> key) {
        var map = new HashMap<String, List<T>>();
        items.forEach(item -> map.computeIfAbsent(key.apply(item), unused -> new ArrayList<>())
                .add(item));
        return map;
    }

    Deployment deployment() {
        return deployment;
    }

    /** Newest first. */
    List<DatabaseSnapshot> snapshots(String databaseId) {
        return snapshots.getOrDefault(databaseId, List.of());
    }

    /** Newest first. */
    List<DatabaseSnapshot> clusterSnapshots(String clusterId) {
        return clusterSnapshots.getOrDefault(clusterId, List.of());
    }

    /** Of an instance or a cluster, newest first. */
    List<DatabaseEvent> events(String sourceId) {
        return events.getOrDefault(sourceId, List.of());
    }

    List<PendingMaintenance> maintenance(String arn) {
        return maintenance.getOrDefault(arn, List.of());
    }

    /** Those of a database that exists are active; retained ones are of one that had its name. */
    @Nullable
    AutomatedBackup backup(String databaseId) {
        return backups.getOrDefault(databaseId, List.of()).stream()
                .min(Comparator.comparing(each -> each.status().equals("retained")))
                .orElse(null);
    }

    Map<String, DatabaseParameter> parameters() {
        return parameters;
    }

    @Nullable
    DatabaseAuthority authority(@Nullable String id) {
        return id == null ? null : authorities.get(id);
    }

    @Nullable
    Database database(String id) {
        return databases.get(id);
    }

    @Nullable
    DatabaseCluster cluster(@Nullable String id) {
        return id == null ? null : clusters.get(id);
    }

    /** Oldest first; empty where CloudWatch has nothing. */
    List<MetricPoint> points(Part<?> part, String metric, String of) {
        return metrics.getOrDefault(part, Map.of()).getOrDefault(metric + " " + of, List.of());
    }
}
