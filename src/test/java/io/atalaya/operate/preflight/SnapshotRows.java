package io.atalaya.operate.preflight;

import static io.atalaya.operate.preflight.Confirmation.CONSIDER;
import static io.atalaya.operate.preflight.Confirmation.NONE;
import static io.atalaya.operate.preflight.Confirmation.PRESS;
import static io.atalaya.operate.preflight.Confirmation.TYPE_NAME;

import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.act.RestoreDatabaseSnapshot;
import io.atalaya.operate.act.RestorePointInTime;
import io.atalaya.operate.act.RestoredDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Situations of backups of databases. */
final class SnapshotRows {
    private SnapshotRows() {}

    static List<Row> all() {
        var create = new CreateDatabaseSnapshot(World.DB, "today");
        var delete = new DeleteDatabaseSnapshot(World.MANUAL);
        return List.of(
                Row.of("in one zone", w -> {}, create, CONSIDER, "C ioPause"),
                Row.of("Multi-AZ", w -> w.multiAz = true, create, PRESS, "N noIoPause"),
                Row.of(
                        "SQL Server, Multi-AZ",
                        w -> {
                            w.multiAz = true;
                            w.engine = "sqlserver-se";
                        },
                        create,
                        CONSIDER,
                        "C ioPauseSqlServer"),
                Row.of("not available", w -> w.dbStatus = "modifying", create, NONE, "B databaseState"),
                Row.of(
                        "name is taken",
                        w -> w.multiAz = true,
                        new CreateDatabaseSnapshot(World.DB, World.MANUAL),
                        NONE,
                        "B snapshotNameTaken",
                        "N noIoPause"),
                Row.of("one of several", w -> {}, delete, TYPE_NAME, "N otherSnapshots", "D snapshotGone"),
                Row.of(
                        "the last manual one",
                        w -> w.otherSnapshot = false,
                        delete,
                        TYPE_NAME,
                        "D lastManualSnapshot",
                        "D snapshotGone"),
                Row.of(
                        "the last of a database that is gone",
                        w -> {
                            w.otherSnapshot = false;
                            w.database = false;
                        },
                        delete,
                        TYPE_NAME,
                        "D lastOfGoneDatabase",
                        "D snapshotGone"),
                Row.of(
                        "being copied",
                        w -> w.copyOf = World.MANUAL,
                        delete,
                        TYPE_NAME,
                        "D copyEnds",
                        "D lastManualSnapshot",
                        "D snapshotGone"),
                Row.of("being made", w -> w.snapshotStatus = "creating", delete, NONE, "B snapshotState"),
                Row.of("automated", w -> {}, new DeleteDatabaseSnapshot(World.AUTOMATED), NONE, "B snapshotNotManual"),
                Row.of("of AWS Backup", w -> w.snapshotType = "awsbackup", delete, NONE, "B snapshotNotManual"),
                Row.of("plain", w -> {}, copy(null), PRESS, "N copies"),
                Row.of("encrypted, without a key", w -> w.encrypted = true, copy(null), NONE, "B copyNeedsKey"),
                Row.of("encrypted, with a key", w -> w.encrypted = true, copy("alias/there"), PRESS, "N copies"),
                Row.of("being made", w -> w.snapshotStatus = "creating", copy(null), NONE, "B snapshotState"),
                Row.of(
                        "beside",
                        w -> {},
                        new RestoreDatabaseSnapshot(World.MANUAL, restored("again", false)),
                        CONSIDER,
                        "N restoresBeside",
                        "C restoredDefaultGroup",
                        "N restoredDefaultParameters"),
                Row.of(
                        "public",
                        w -> {},
                        new RestoreDatabaseSnapshot(World.MANUAL, restored("again", true)),
                        CONSIDER,
                        "N restoresBeside",
                        "D restoredPublic",
                        "C restoredDefaultGroup",
                        "N restoredDefaultParameters"),
                Row.of(
                        "name is taken",
                        w -> {},
                        new RestoreDatabaseSnapshot(World.MANUAL, restored(World.DB, false)),
                        NONE,
                        "B databaseNameTaken"),
                Row.of(
                        "an hour ago",
                        w -> {},
                        back(Duration.ofHours(1)),
                        CONSIDER,
                        "N restoresMoment",
                        "N restoresBeside",
                        "C restoredDefaultGroup",
                        "N restoredDefaultParameters"),
                Row.of("a second ago", w -> {}, back(Duration.ofSeconds(1)), NONE, "B notYetRestorable"),
                Row.of("eight days ago", w -> {}, back(Duration.ofDays(8)), NONE, "B noLongerRestorable"),
                Row.of("no backups", w -> w.retention = 0, back(Duration.ofHours(1)), NONE, "B noBackups"),
                Row.of(
                        "latest",
                        w -> {},
                        new RestorePointInTime(World.DB, null, restored("again", false)),
                        CONSIDER,
                        "N restoresLatest",
                        "N restoresBeside",
                        "C restoredDefaultGroup",
                        "N restoredDefaultParameters"));
    }

    private static Operation copy(@Nullable String key) {
        return new CopyDatabaseSnapshot(
                World.MANUAL,
                "arn:aws:rds:us-east-1:111122223333:snapshot:" + World.MANUAL,
                "there",
                "us-east-1",
                "us-west-2",
                key);
    }

    private static RestoredDatabase restored(String id, boolean open) {
        return new RestoredDatabase(id, null, null, List.of(), null, false, open, false);
    }

    private static Operation back(Duration ago) {
        return new RestorePointInTime(World.DB, World.AT.minus(ago), restored("again", false));
    }
}
