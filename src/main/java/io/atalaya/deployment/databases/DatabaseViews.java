package io.atalaya.deployment.databases;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseCluster;
import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.DatabaseSnapshot;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.PendingMaintenance;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of each database. */
public final class DatabaseViews {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private final DatabaseIndex index;
    private final Map<ResourceRef, Instant> changed;
    private final Map<ResourceRef, Instant> firstLook;
    private final Instant now;

    private DatabaseViews(
            Deployment deployment,
            Map<ResourceRef, Instant> changed,
            Map<ResourceRef, Instant> firstLook,
            Instant now) {
        this.index = new DatabaseIndex(deployment);
        this.changed = changed;
        this.firstLook = firstLook;
        this.now = now;
    }

    /**
     * All databases: those of a cluster together, its writer first; the others by name.
     *
     * @param changed when this console last saw the status of a database change
     * @param firstLook when this console first saw a database
     */
    public static List<DatabaseView> of(
            Deployment deployment,
            Map<ResourceRef, Instant> changed,
            Map<ResourceRef, Instant> firstLook,
            Instant now) {
        var views = new DatabaseViews(deployment, changed, firstLook, now);
        return deployment.items(Parts.DATABASES).stream()
                .map(views::view)
                .sorted(Comparator.<DatabaseView, String>comparing(DatabaseViews::family)
                        .thenComparing(view -> view.role().kind())
                        .thenComparing(view -> view.database().id()))
                .toList();
    }

    /** All snapshots of instances and clusters, the newest first. */
    public static List<SnapshotUse> snapshots(Deployment deployment) {
        var index = new DatabaseIndex(deployment);
        return Stream.concat(
                        deployment.items(Parts.DATABASE_SNAPSHOTS).stream(),
                        deployment.items(Parts.CLUSTER_SNAPSHOTS).stream())
                .sorted(Comparator.comparing(
                                DatabaseSnapshot::createdAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .reversed())
                .map(each -> use(each, index))
                .toList();
    }

    private static String family(DatabaseView view) {
        return view.role().kind() == Role.Kind.INSTANCE
                ? view.database().id()
                : view.role().of();
    }

    private DatabaseView view(Database database) {
        var cluster = index.cluster(database.clusterId());
        var size = index.deployment().index().type(database.instanceClass());
        var storage = storage(database);
        var limit = ConnectionLimit.of(database, size, index.parameters()).orElse(null);
        var figures = figures(database);
        var restorable = restorable(database, index);
        var authority = index.authority(database.settings().caId());
        var events = events(database, cluster);
        var snapshots =
                snapshots(database).stream().map(each -> use(each, index)).toList();
        return new DatabaseView(
                database,
                cluster,
                role(database, cluster),
                condition(database),
                StatusSince.of(
                                database,
                                index.events(database.id()),
                                index.snapshots(database.id()),
                                changed.get(database.ref()),
                                firstLook.get(database.ref()))
                        .orElse(null),
                size,
                storage,
                limit,
                figures,
                maintenance(database, cluster),
                events,
                Failover.of(events),
                snapshots,
                snapshots.stream()
                        .filter(each -> each.snapshot().status().equals("available"))
                        .max(Comparator.comparing(DatabaseViews::takenAt))
                        .orElse(null),
                restorable,
                authority,
                zones(database, cluster),
                Cautions.of(
                        database,
                        cluster,
                        storage,
                        figures.stream()
                                .filter(each -> each.kind() == Figure.Kind.CONNECTIONS)
                                .findFirst()
                                .map(Figure::value)
                                .orElse(null),
                        limit,
                        restorable,
                        authority,
                        now));
    }

    /** When the data was as it holds it. */
    private static Instant takenAt(SnapshotUse use) {
        var original = use.snapshot().originalCreatedAt();
        var made = use.snapshot().createdAt();
        return original != null ? original : made != null ? made : Instant.EPOCH;
    }

    /** A database that is told to be available by AWS, but has a broken replication, is not well. */
    private static Condition condition(Database database) {
        var own = Conditions.of(database);
        var broken = database.settings().replication().stream()
                .filter(each -> !each.normal())
                .findFirst();
        return own.state() == State.HEALTHY && broken.isPresent()
                ? new Condition(
                        State.FAILED,
                        "replication " + broken.get().status(),
                        broken.get().message())
                : own;
    }

    private static Role role(Database database, @Nullable DatabaseCluster cluster) {
        if (database.clusterId() != null) {
            var member = cluster == null
                    ? null
                    : cluster.members().stream()
                            .filter(each -> each.databaseId().equals(database.id()))
                            .findFirst()
                            .orElse(null);
            var kind = member == null ? Role.Kind.MEMBER : member.writer() ? Role.Kind.WRITER : Role.Kind.READER;
            return new Role(kind, database.clusterId());
        }
        return database.replicaOf() == null
                ? new Role(Role.Kind.INSTANCE, "")
                : new Role(Role.Kind.REPLICA, database.replicaOf());
    }

    private StorageOutlook storage(Database database) {
        if (database.engine().startsWith("aurora")) {
            var used = database.clusterId() == null
                    ? List.<MetricPoint>of()
                    : index.points(Parts.DATABASE_STORAGE, "VolumeBytesUsed", database.clusterId());
            var last = used.isEmpty() ? null : used.getLast();
            return new StorageOutlook(
                    last == null ? null : (Double) (last.value() / GIB),
                    0,
                    null,
                    last == null ? null : Growth.of(used, last.value() / GIB).orElse(null),
                    last == null ? null : last.at());
        }
        var minutes = index.points(Parts.METRICS, "FreeStorageSpace", database.id());
        var hours = index.points(Parts.DATABASE_STORAGE, "FreeStorageSpace", database.id());
        var newest = minutes.isEmpty() ? hours : minutes;
        var free = newest.isEmpty() ? null : newest.getLast();
        var size = database.allocatedGib();
        return new StorageOutlook(
                free == null || size <= 0 ? null : (Double) Math.max(0, size - free.value() / GIB),
                size,
                database.maxAllocatedGib(),
                Growth.sudden(minutes, size)
                        .or(() -> Growth.ofFree(hours, size))
                        .or(() -> Growth.ofFree(minutes, size))
                        .orElse(null),
                free == null ? null : free.at());
    }

    private List<Figure> figures(Database database) {
        return Arrays.stream(Figure.Kind.values())
                .map(kind -> {
                    var points = index.points(kind.part(), kind.metric(), database.id());
                    return new Figure(
                            kind,
                            points.isEmpty() ? null : (Double) points.getLast().value(),
                            points);
                })
                .filter(figure -> figure.kind().always() || figure.value() != null)
                .toList();
    }

    private List<PendingMaintenance> maintenance(Database database, @Nullable DatabaseCluster cluster) {
        var all = new ArrayList<>(index.maintenance(database.arn()));
        if (cluster != null) {
            all.addAll(index.maintenance(cluster.arn()));
        }
        all.sort(Comparator.comparing(
                PendingMaintenance::currentApplyAt, Comparator.nullsLast(Comparator.naturalOrder())));
        return all;
    }

    private List<DatabaseEvent> events(Database database, @Nullable DatabaseCluster cluster) {
        var all = new ArrayList<>(index.events(database.id()));
        if (cluster != null) {
            all.addAll(index.events(cluster.id()));
        }
        index.snapshots(database.id()).forEach(snapshot -> all.addAll(index.events(snapshot.id())));
        all.sort(Comparator.comparing(DatabaseEvent::at).reversed());
        return all.stream().distinct().toList();
    }

    private List<DatabaseSnapshot> snapshots(Database database) {
        return database.clusterId() == null
                ? index.snapshots(database.id())
                : index.clusterSnapshots(database.clusterId());
    }

    private static SnapshotUse use(DatabaseSnapshot snapshot, DatabaseIndex index) {
        if (snapshot.ofCluster()) {
            var cluster = index.cluster(snapshot.databaseId());
            return SnapshotUse.of(snapshot, cluster == null ? null : (Integer) cluster.backupRetentionDays(), null);
        }
        var of = index.database(snapshot.databaseId());
        return SnapshotUse.of(
                snapshot,
                of == null ? null : (Integer) of.backupRetentionDays(),
                of == null ? null : restorable(of, index));
    }

    private static @Nullable Restorable restorable(Database database, DatabaseIndex index) {
        var cluster = index.cluster(database.clusterId());
        if (cluster != null) {
            return new Restorable(cluster.earliestRestorableAt(), cluster.latestRestorableAt(), null);
        }
        var backup = index.backup(database.id());
        if (backup == null) {
            return database.latestRestorableAt() == null
                    ? null
                    : new Restorable(null, database.latestRestorableAt(), null);
        }
        return new Restorable(
                backup.earliestAt(),
                database.latestRestorableAt() == null ? backup.latestAt() : database.latestRestorableAt(),
                backup.replicatedTo().stream()
                        .map(arn -> {
                            var region = SnapshotUse.region(arn);
                            return region == null ? arn : region;
                        })
                        .toList());
    }

    private static List<String> zones(Database database, @Nullable DatabaseCluster cluster) {
        if (cluster != null && database.engine().startsWith("aurora")) {
            return cluster.zones();
        }
        return Stream.of(database.zone(), database.secondaryZone())
                .filter(zone -> zone != null)
                .distinct()
                .toList();
    }
}
