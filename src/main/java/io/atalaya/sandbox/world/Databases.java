package io.atalaya.sandbox.world;

import io.atalaya.sandbox.world.sim.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.PendingMaintenanceAction;
import software.amazon.awssdk.services.rds.model.SourceType;
import software.amazon.awssdk.services.rds.model.Tag;

/** The databases of a region and what happens to them: reboots, backups, and the events RDS writes about both. */
public final class Databases {
    /** How long a database of one zone is away for a reboot. */
    public static final Duration REBOOT = Duration.ofSeconds(95);

    private static final Duration SWITCHED = Duration.ofSeconds(38);
    /** How long it takes until the standby serves: AWS says one to two minutes. */
    public static final Duration FAILED_OVER = Duration.ofSeconds(74);

    private static final Duration IO_PAUSE = Duration.ofSeconds(90);
    private static final Duration EVENTS_KEPT = Duration.ofDays(14);

    /** A snapshot under way: its percentage is a function of time. */
    private record Creation(Instant begun, Duration takes) {
        int percentAt(Instant now) {
            double share = (double) Duration.between(begun, now).toMillis() / takes.toMillis();
            return (int) Math.clamp(Math.floor(share * 100), 0, 99);
        }
    }

    private final World world;
    private final Table<DBInstance> instances = new Table<>(DBInstance::dbInstanceIdentifier);
    private final Table<DBCluster> clusters = new Table<>(DBCluster::dbClusterIdentifier);
    private final Table<DBSnapshot> snapshots = new Table<>(DBSnapshot::dbSnapshotIdentifier);
    private final Table<DBClusterSnapshot> clusterSnapshots =
            new Table<>(DBClusterSnapshot::dbClusterSnapshotIdentifier);
    private final Map<String, List<Parameter>> parameters = new HashMap<>();
    private final Map<String, Creation> creations = new HashMap<>();
    private final Set<String> copying = ConcurrentHashMap.newKeySet();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<PendingMaintenanceAction>> maintenance = new HashMap<>();
    private final Map<String, List<Tag>> tags = new HashMap<>();

    Databases(World world) {
        this.world = world;
    }

    public Table<DBInstance> instances() {
        return instances;
    }

    public Table<DBCluster> clusters() {
        return clusters;
    }

    /** Snapshots of clusters. */
    public Table<DBClusterSnapshot> clusterSnapshots() {
        return clusterSnapshots;
    }

    /** What people set in parameter groups, by group; what they did not is as the engine has it. */
    public Map<String, List<Parameter>> parameters() {
        return parameters;
    }

    /** Whether it has automated backups of its own: those of a cluster are the cluster's. */
    public static boolean isBackedUp(DBInstance instance) {
        return instance.dbClusterIdentifier() == null
                && instance.backupRetentionPeriod() != null
                && instance.backupRetentionPeriod() > 0;
    }

    /** To which moment a database can be restored: about five minutes behind. */
    public static Instant restorableAt(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / 300 * 300 - 100);
    }

    /** The instances at that moment, with the certificates they show then. */
    public List<DBInstance> describeInstances(Instant now) {
        Instant mark = restorableAt(now);
        return instances.stream()
                .map(i -> i.toBuilder()
                        .latestRestorableTime(isBackedUp(i) ? mark : null)
                        .certificateDetails(ServerCertificates.of(i, now))
                        .build())
                .toList();
    }

    /** The clusters at that moment. */
    public List<DBCluster> describeClusters(Instant now) {
        return clusters.stream()
                .map(c -> c.toBuilder().latestRestorableTime(restorableAt(now)).build())
                .toList();
    }

    /** Snapshots at that moment, with the progress of those under way. */
    public List<DBSnapshot> describeSnapshots(Instant now) {
        return snapshots.stream().map(s -> progress(s, now)).toList();
    }

    public DBSnapshot progress(DBSnapshot snapshot, Instant now) {
        Creation creation = creations.get(snapshot.dbSnapshotIdentifier());
        return creation == null
                ? snapshot
                : snapshot.toBuilder().percentProgress(creation.percentAt(now)).build();
    }

    /** Events of the last fourteen days, oldest first. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** What waits to be applied, by the database's ARN. */
    public Map<String, List<PendingMaintenanceAction>> maintenance() {
        return maintenance;
    }

    /** By ARN. */
    public Map<String, List<Tag>> tags() {
        return tags;
    }

    /** ARNs of snapshots that are being copied somewhere. */
    public Set<String> copying() {
        return copying;
    }

    public Table<DBSnapshot> snapshots() {
        return snapshots;
    }

    /** Notes an event of a database at the present moment. */
    public void note(String database, String category, String message) {
        event(world.now(), SourceType.DB_INSTANCE, database, category, message);
    }

    /** Notes an event of any moment and source. */
    public void event(Instant at, SourceType type, String source, String category, String message) {
        String kind = type == SourceType.DB_SNAPSHOT ? "snapshot:" : "db:";
        events.add(Event.builder()
                .date(at)
                .sourceType(type)
                .sourceIdentifier(source)
                .sourceArn(world.account().arn("rds", kind + source))
                .eventCategories(category)
                .message(message)
                .build());
        events.removeIf(e -> e.date().isBefore(world.now().minus(EVENTS_KEPT)));
    }

    /** {@code rebooting}, then {@code available}. */
    public void reboot(String database) {
        status(database, "rebooting");
        world.timeline().after(REBOOT.minusSeconds(40), () -> note(database, "availability", "DB instance shutdown"));
        world.timeline().after(REBOOT.minusSeconds(20), () -> note(database, "availability", "DB instance restarted"));
        world.timeline().after(REBOOT, () -> status(database, "available"));
    }

    /**
     * {@code rebooting} through a failover of a Multi-AZ instance: the standby takes over, and where the primary was the new
     * standby comes up.
     */
    public void failOver(String database) {
        status(database, "rebooting");
        note(database, "failover", "Multi-AZ instance failover started.");
        world.timeline().after(SWITCHED, () -> {
            instances.change(
                    database,
                    i -> i.secondaryAvailabilityZone() == null
                            ? i
                            : i.toBuilder()
                                    .availabilityZone(i.secondaryAvailabilityZone())
                                    .secondaryAvailabilityZone(i.availabilityZone())
                                    .build());
            note(database, "availability", "DB instance restarted");
        });
        world.timeline().after(FAILED_OVER, () -> {
            note(database, "failover", "Multi-AZ instance failover completed");
            status(database, "available");
        });
    }

    /** Sets a status by hand, as running out of storage does. */
    public void turn(String database, String status) {
        status(database, status);
    }

    /**
     * Begins a snapshot: {@code creating} until it is done; the database is {@code backing-up} meanwhile, but for no longer
     * than its writes are held.
     */
    public DBSnapshot snapshot(DBSnapshot begun, Duration takes) {
        String database = begun.dbInstanceIdentifier();
        status(database, "backing-up");
        Duration busy = takes.compareTo(IO_PAUSE.multipliedBy(6)) > 0 ? IO_PAUSE : takes;
        world.timeline().after(busy, () -> {
            if ("backing-up".equals(instances.get(database).dbInstanceStatus())) {
                status(database, "available");
            }
        });
        return begin(begun, takes);
    }

    /** Begins a snapshot that holds no database up: a copy of another one. */
    public DBSnapshot begin(DBSnapshot begun, Duration takes) {
        String id = begun.dbSnapshotIdentifier();
        snapshots.put(begun);
        creations.put(id, new Creation(world.now(), takes));
        world.timeline().after(takes, () -> {
            creations.remove(id);
            snapshots.change(
                    id,
                    s -> s.toBuilder().status("available").percentProgress(100).build());
        });
        return progress(begun, world.now());
    }

    private void status(String database, String status) {
        instances.change(database, i -> i.toBuilder().dbInstanceStatus(status).build());
    }
}
