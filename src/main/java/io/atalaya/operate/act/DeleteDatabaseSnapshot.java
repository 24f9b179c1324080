package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;

/** rds:DeleteDBSnapshot of one manual snapshot. Nothing brings it back. Automated ones AWS does not delete (InvalidDBSnapshotState). */
public record DeleteDatabaseSnapshot(String snapshotId) implements Operation {
    public DeleteDatabaseSnapshot {
        Input.identifier(snapshotId);
    }

    @Override
    public ResourceRef on() {
        return Snapshots.ref(snapshotId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.RDS, "DeleteDBSnapshot").with("DBSnapshotIdentifier", snapshotId);
    }

    @Override
    public Settling settling() {
        return Snapshots.deleted(snapshotId);
    }
}
