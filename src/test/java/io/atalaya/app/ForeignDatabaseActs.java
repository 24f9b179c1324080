package io.atalaya.app;

import static io.atalaya.foreign.MotoAccount.DATABASE;
import static io.atalaya.foreign.MotoAccount.REGION;
import static io.atalaya.foreign.MotoAccount.SNAPSHOT;

import io.atalaya.foreign.MotoAccount;
import io.atalaya.operate.act.CopyDatabaseSnapshot;
import io.atalaya.operate.act.CreateDatabaseSnapshot;
import io.atalaya.operate.act.DeleteDatabaseSnapshot;
import io.atalaya.operate.act.ModifyAllocatedStorage;
import io.atalaya.operate.act.ModifyBackupRetention;
import io.atalaya.operate.act.ModifyDatabaseClass;
import io.atalaya.operate.act.ModifyMaximumStorage;
import io.atalaya.operate.act.RebootDatabase;
import io.atalaya.operate.act.RestoreDatabaseSnapshot;
import io.atalaya.operate.act.RestorePointInTime;
import io.atalaya.operate.act.RestoredDatabase;
import io.atalaya.operate.act.StartDatabase;
import io.atalaya.operate.act.StopDatabase;
import java.util.List;
import java.util.Objects;

/** The acts on databases among {@link ForeignActs}. */
final class ForeignDatabaseActs {
    private final MotoAccount account;

    ForeignDatabaseActs(MotoAccount account) {
        this.account = account;
    }

    List<ForeignActs.Row> rows() {
        var beside = new RestoredDatabase("orders-2", null, "data", List.of(), null, false, false, false);
        var third = new RestoredDatabase("orders-3", null, "data", List.of(), null, false, false, false);
        return List.of(
                ForeignActs.done(new CreateDatabaseSnapshot(DATABASE, "orders-now"), () -> snapshot("orders-now"))
                        .always(),
                ForeignActs.row(
                        ForeignActs.End.ACCEPTED,
                        world -> new CopyDatabaseSnapshot(
                                SNAPSHOT, snapshotArn(), "orders-far", REGION, "us-west-2", null),
                        () -> true),
                ForeignActs.done(new DeleteDatabaseSnapshot("orders-now"), () -> !snapshot("orders-now")),
                ForeignActs.done(
                        new RestoreDatabaseSnapshot(SNAPSHOT, beside),
                        () -> database("orders-2").dbInstanceStatus().equals("available")),
                ForeignActs.done(
                        new RestorePointInTime(DATABASE, null, third),
                        () -> database("orders-3").dbInstanceStatus().equals("available")),
                ForeignActs.done(new RebootDatabase(DATABASE, false), () -> true),
                ForeignActs.done(
                        new StopDatabase(DATABASE),
                        () -> database(DATABASE).dbInstanceStatus().equals("stopped")),
                ForeignActs.done(
                        new StartDatabase(DATABASE),
                        () -> database(DATABASE).dbInstanceStatus().equals("available")),
                ForeignActs.done(
                        new ModifyMaximumStorage(DATABASE, 300),
                        () -> Objects.equals(database(DATABASE).maxAllocatedStorage(), 300)),
                ForeignActs.done(
                        new ModifyAllocatedStorage(DATABASE, 150, true),
                        () -> database(DATABASE).allocatedStorage() == 150),
                ForeignActs.done(
                                new ModifyDatabaseClass(DATABASE, "db.m5.xlarge", true),
                                () -> database(DATABASE).dbInstanceClass().equals("db.m5.xlarge"))
                        .always(),
                ForeignActs.done(
                        new ModifyBackupRetention(DATABASE, 14, true),
                        () -> database(DATABASE).backupRetentionPeriod() == 14));
    }

    private boolean snapshot(String id) {
        return account.rds.describeDBSnapshots().dbSnapshots().stream()
                .anyMatch(it ->
                        it.dbSnapshotIdentifier().equals(id) && it.status().equals("available"));
    }

    private String snapshotArn() {
        return account.rds
                .describeDBSnapshots(it -> it.dbSnapshotIdentifier(SNAPSHOT))
                .dbSnapshots()
                .getFirst()
                .dbSnapshotArn();
    }

    private software.amazon.awssdk.services.rds.model.DBInstance database(String id) {
        return account.rds
                .describeDBInstances(it -> it.dbInstanceIdentifier(id))
                .dbInstances()
                .getFirst();
    }
}
