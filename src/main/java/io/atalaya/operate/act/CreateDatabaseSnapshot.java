package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.Optional;

/** rds:CreateDBSnapshot of one instance. Without Multi-AZ its I/O stands still for seconds while it begins. */
public record CreateDatabaseSnapshot(String databaseId, String snapshotId) implements Operation {
    public CreateDatabaseSnapshot {
        Input.identifier(databaseId);
        Input.snapshotName(snapshotId);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return AwsRequest.of(Service.RDS, "CreateDBSnapshot")
                .with("DBSnapshotIdentifier", snapshotId)
                .with("DBInstanceIdentifier", databaseId);
    }

    @Override
    public Settling settling() {
        return Snapshots.created(snapshotId);
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new DeleteDatabaseSnapshot(snapshotId));
    }
}
