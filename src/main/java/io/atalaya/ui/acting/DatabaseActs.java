package io.atalaya.ui.acting;

import io.atalaya.deployment.Database;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyDatabaseClass;
import io.atalaya.operate.act.ModifyMaximumStorage;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.RestorePointInTime;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StopDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be done with a database instance. */
final class DatabaseActs {
    private static final ActField NOW = new ActField.Check("now", false, false);

    private DatabaseActs() {}

    static Stream<ActOffer> of(Database database) {
        if (database.clusterId() != null) {
            return ofMember(database);
        }
        var id = database.id();
        if (database.status().equals("stopped")) {
            return Stream.of(
                    ActOffer.plain("StartDatabase", database.ref(), () -> new StartDatabase(id)), restore(database));
        }
        return Stream.of(
                ActOffer.of(
                        CreateDatabaseSnapshot.class,
                        database.ref(),
                        () -> List.of(ActField.text("snapshotId", "", "name")),
                        values -> new CreateDatabaseSnapshot(id, values.text("snapshotId"))),
                reboot(database),
                ActOffer.plain("RebootDatabase.failover", database.ref(), () -> new RebootDatabase(id, true)),
                ActOffer.plain("StopDatabase", database.ref(), () -> new StopDatabase(id)),
                ActOffer.of(
                        ModifyAllocatedStorage.class,
                        database.ref(),
                        () -> List.of(ActField.number("gib", database.allocatedGib()), NOW),
                        values -> new ModifyAllocatedStorage(id, values.number("gib"), values.flag("now"))),
                ActOffer.of(
                        ModifyMaximumStorage.class,
                        database.ref(),
                        () -> List.of(ActField.number("gib", maximum(database))),
                        values -> new ModifyMaximumStorage(id, values.number("gib"))),
                instanceClass(database),
                ActOffer.of(
                        ModifyBackupRetention.class,
                        database.ref(),
                        () -> List.of(ActField.number("days", database.backupRetentionDays()), NOW),
                        values -> new ModifyBackupRetention(id, values.number("days"), values.flag("now"))),
                restore(database));
    }

    /**
     * Storage, snapshots, backups, starting and stopping are the cluster's: RDS refuses them for one instance of it, and they
     * are not offered. Of a Multi-AZ DB cluster, which is every one that is not Aurora's, "the only operation you can perform
     * on a DB instance [...] is rebooting it".
     */
    private static Stream<ActOffer> ofMember(Database database) {
        if (database.status().equals("stopped")) {
            return Stream.empty();
        }
        return database.engine().startsWith("aurora")
                ? Stream.of(reboot(database), instanceClass(database))
                : Stream.of(reboot(database));
    }

    private static ActOffer reboot(Database database) {
        return ActOffer.plain("RebootDatabase", database.ref(), () -> new RebootDatabase(database.id(), false));
    }

    private static ActOffer instanceClass(Database database) {
        return ActOffer.of(
                ModifyDatabaseClass.class,
                database.ref(),
                () -> List.of(
                        new ActField.Text("instanceClass", database.instanceClass(), true, 1, database.instanceClass()),
                        NOW),
                values -> new ModifyDatabaseClass(database.id(), values.text("instanceClass"), values.flag("now")));
    }

    /** Where autoscaling of storage is off, the limit is what is allocated. */
    private static int maximum(Database database) {
        var limit = database.maxAllocatedGib();
        return limit == null ? database.allocatedGib() : limit;
    }

    private static ActOffer restore(Database database) {
        return ActOffer.of(
                RestorePointInTime.class,
                database.ref(),
                () -> {
                    var fields = new ArrayList<ActField>();
                    var latest = database.latestRestorableAt();
                    if (latest != null) {
                        fields.add(new ActField.Moment("moment", latest, false));
                    }
                    fields.addAll(SnapshotActs.restored(database));
                    return fields;
                },
                values -> {
                    var latest = database.latestRestorableAt();
                    var moment = latest == null ? null : values.moment("moment");
                    return new RestorePointInTime(
                            database.id(),
                            latest != null && latest.equals(moment) ? null : moment,
                            SnapshotActs.restored(values));
                });
    }
}
