package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;
import static io.atalaya.operate.preflight.Confirmation.TYPE_NAME;

import io.atalaya.deployment.DatabaseEvent;
import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyDatabaseClass;
import io.atalaya.operate.act.ModifyMaximumStorage;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StopDatabase;
import java.time.Duration;
import java.util.List;

/** Situations of databases. */
final class DatabaseRows {
    private DatabaseRows() {}

    static List<Row> all() {
        var stop = new StopDatabase(World.DB);
        var reboot = new RebootDatabase(World.DB, false);
        return List.of(
                Row.of("in one zone", w -> {}, reboot, CONSIDER, "D rebootsSingle"),
                Row.of(
                        "in one zone, used",
                        w -> w.connections = 12,
                        reboot,
                        CONSIDER,
                        "D rebootsSingle",
                        "C connectionsEnd"),
                Row.of("Multi-AZ", w -> w.multiAz = true, reboot, CONSIDER, "D rebootsInPlace"),
                Row.of(
                        "something waits",
                        w -> w.pending = List.of("DBInstanceClass=db.m6g.xlarge"),
                        reboot,
                        CONSIDER,
                        "D rebootsSingle",
                        "C pending"),
                Row.of("Multi-AZ", w -> w.multiAz = true, new RebootDatabase(World.DB, true), CONSIDER, "C failsOver"),
                Row.of("in one zone", w -> {}, new RebootDatabase(World.DB, true), NONE, "B failoverNeedsMultiAz"),
                Row.of("backing up", w -> w.dbStatus = "backing-up", reboot, NONE, "B databaseState"),
                Row.of(
                        "optimizing storage",
                        w -> w.dbStatus = "storage-optimization",
                        reboot,
                        CONSIDER,
                        "D rebootsSingle"),
                Row.of(
                        "used",
                        w -> w.connections = 1,
                        stop,
                        CONSIDER,
                        "D databaseStops",
                        "C connectionsEnd",
                        "N sevenDays"),
                Row.of("has a replica", w -> w.replicas = List.of("r"), stop, NONE, "B replicaStop"),
                Row.of("is a replica", w -> w.replicaOf = "p", stop, NONE, "B replicaStop"),
                ofCluster(stop),
                Row.of(
                        "of a cluster, stopped",
                        w -> {
                            w.cluster = "c";
                            w.dbStatus = "stopped";
                        },
                        new StartDatabase(World.DB),
                        NONE,
                        "B clusterMember"),
                ofCluster(new ModifyAllocatedStorage(World.DB, 150, true)),
                ofCluster(new ModifyMaximumStorage(World.DB, 500)),
                ofCluster(new ModifyBackupRetention(World.DB, 14, true)),
                ofCluster(new CreateDatabaseSnapshot(World.DB, "today")),
                Row.of(
                        "SQL Server with Multi-AZ",
                        w -> {
                            w.engine = "sqlserver-se";
                            w.multiAz = true;
                        },
                        stop,
                        NONE,
                        "B sqlServerStop"),
                Row.of("stopped", w -> w.dbStatus = "stopped", stop, NONE, "B nothingToDo"),
                Row.of("stopped", w -> w.dbStatus = "stopped", new StartDatabase(World.DB), PRESS, "N databaseStarts"),
                Row.of("available", w -> {}, new StartDatabase(World.DB), NONE, "B nothingToDo"),
                Row.of("more", w -> {}, new ModifyAllocatedStorage(World.DB, 110, true), CONSIDER, "C storageGrows"),
                Row.of(
                        "more, in the window",
                        w -> {},
                        new ModifyAllocatedStorage(World.DB, 150, false),
                        CONSIDER,
                        "C storageGrows",
                        "N inWindow"),
                Row.of(
                        "more, and something waits",
                        w -> w.pending = List.of("x=y"),
                        new ModifyAllocatedStorage(World.DB, 150, true),
                        CONSIDER,
                        "C storageGrows",
                        "C pendingToo"),
                Row.of(
                        "less than a tenth more",
                        w -> {},
                        new ModifyAllocatedStorage(World.DB, 109, true),
                        NONE,
                        "B storageTenth"),
                Row.of("less", w -> {}, new ModifyAllocatedStorage(World.DB, 99, true), NONE, "B storageShrinks"),
                Row.of(
                        "optimizing",
                        w -> w.dbStatus = "storage-optimization",
                        new ModifyAllocatedStorage(World.DB, 150, true),
                        NONE,
                        "B storageOptimizing"),
                Row.of(
                        "changed five hours ago",
                        w -> w.events = changed(5),
                        new ModifyAllocatedStorage(World.DB, 150, true),
                        NONE,
                        "B storageSixHours"),
                Row.of(
                        "changed seven hours ago",
                        w -> w.events = changed(7),
                        new ModifyAllocatedStorage(World.DB, 150, true),
                        CONSIDER,
                        "C storageGrows"),
                Row.of(
                        "events never read",
                        w -> w.unread(Parts.DATABASE_EVENTS),
                        new ModifyAllocatedStorage(World.DB, 150, true),
                        CONSIDER,
                        "C storageGrows",
                        "? database-events"),
                Row.of(
                        "above the limit",
                        w -> {},
                        new ModifyAllocatedStorage(World.DB, 201, true),
                        CONSIDER,
                        "C aboveMaximum",
                        "C storageGrows"),
                Row.of("higher", w -> {}, new ModifyMaximumStorage(World.DB, 500), PRESS, "N maximumMoves"),
                Row.of(
                        "less than a tenth above",
                        w -> {},
                        new ModifyMaximumStorage(World.DB, 105),
                        NONE,
                        "B maximumTenth"),
                Row.of(
                        "below what is allocated",
                        w -> {},
                        new ModifyMaximumStorage(World.DB, 50),
                        NONE,
                        "B maximumBelow"),
                Row.of(
                        "what is allocated",
                        w -> {},
                        new ModifyMaximumStorage(World.DB, 100),
                        CONSIDER,
                        "C autoscalingOff"),
                Row.of(
                        "larger, in one zone",
                        w -> {},
                        new ModifyDatabaseClass(World.DB, "db.m6g.xlarge", true),
                        CONSIDER,
                        "D classOutage",
                        "N classLarger"),
                ofCluster(new ModifyDatabaseClass(World.DB, "db.m6g.xlarge", true)),
                Row.of(
                        "larger, of an Aurora cluster",
                        w -> {
                            w.cluster = "c";
                            w.engine = "aurora-postgresql";
                        },
                        new ModifyDatabaseClass(World.DB, "db.m6g.xlarge", true),
                        CONSIDER,
                        "D classOutage",
                        "N classLarger"),
                Row.of(
                        "smaller, Multi-AZ",
                        w -> w.multiAz = true,
                        new ModifyDatabaseClass(World.DB, "db.t3.medium", true),
                        CONSIDER,
                        "C classFailsOver",
                        "C classSmaller"),
                Row.of(
                        "the same",
                        w -> {},
                        new ModifyDatabaseClass(World.DB, "db.m6g.large", true),
                        NONE,
                        "B nothingToDo"),
                Row.of(
                        "fewer days",
                        w -> {},
                        new ModifyBackupRetention(World.DB, 3, true),
                        TYPE_NAME,
                        "D retentionDeletes"),
                Row.of(
                        "none",
                        w -> {},
                        new ModifyBackupRetention(World.DB, 0, true),
                        TYPE_NAME,
                        "D backupsGone",
                        "D backupsOutage"),
                Row.of(
                        "none, with a replica",
                        w -> w.replicas = List.of("r"),
                        new ModifyBackupRetention(World.DB, 0, true),
                        NONE,
                        "B replicasNeedBackups"),
                Row.of(
                        "on",
                        w -> w.retention = 0,
                        new ModifyBackupRetention(World.DB, 7, true),
                        CONSIDER,
                        "D backupsOutage",
                        "N backupsBegin"),
                Row.of("more days", w -> {}, new ModifyBackupRetention(World.DB, 14, true), PRESS, "N retentionLonger"),
                Row.of(
                        "more days, not now: they do not wait",
                        w -> {},
                        new ModifyBackupRetention(World.DB, 14, false),
                        PRESS,
                        "N retentionLonger"),
                Row.of(
                        "fewer days, not now: they do not wait",
                        w -> {},
                        new ModifyBackupRetention(World.DB, 3, false),
                        TYPE_NAME,
                        "D retentionDeletes"),
                Row.of(
                        "on, not now",
                        w -> w.retention = 0,
                        new ModifyBackupRetention(World.DB, 7, false),
                        CONSIDER,
                        "D backupsOutage",
                        "N backupsBegin",
                        "N inWindow"),
                Row.of(
                        "databases are old",
                        w -> w.old(Parts.DATABASES),
                        new ModifyBackupRetention(World.DB, 14, true),
                        CONSIDER,
                        "N retentionLonger",
                        "? databases"));
    }

    private static Row ofCluster(Operation act) {
        return Row.of("of a cluster", w -> w.cluster = "c", act, NONE, "B clusterMember");
    }

    private static List<DatabaseEvent> changed(int hoursAgo) {
        return List.of(new DatabaseEvent(
                World.DB,
                "db-instance",
                World.AT.minus(Duration.ofHours(hoursAgo)),
                List.of("configuration change"),
                "Finished applying modification to allocated storage"));
    }
}
