package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;

/** rds:RestoreDBInstanceFromDBSnapshot: a new instance from a snapshot, beside the one that is there. */
public record RestoreDatabaseSnapshot(String snapshotId, RestoredDatabase database) implements Operation {
    public RestoreDatabaseSnapshot {
        Input.identifier(snapshotId);
    }

    @Override
    public ResourceRef on() {
        return Snapshots.ref(snapshotId);
    }

    @Override
    public AwsRequest request() {
        return database.in(DatabaseStates.request("RestoreDBInstanceFromDBSnapshot", database.id())
                .with("DBSnapshotIdentifier", snapshotId));
    }

    @Override
    public Settling settling() {
        return DatabaseStates.created(database.id());
    }
}
