package io.atalaya.operate.act;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * rds:ModifyDBInstance of how long automated backups are kept. Fewer days delete the older backups; zero deletes all automated
 * backups, and turning them on or off is an outage.
 *
 * @param days 0 to 35
 * @param now at once, and with it everything else that waits for the maintenance window; otherwise in that window, except that
 *     RDS goes from one number of days above zero to another as soon as it can
 */
public record ModifyBackupRetention(String databaseId, int days, boolean now) implements Operation {
    public ModifyBackupRetention {
        Input.identifier(databaseId);
        Input.range("operate.input.retention", days, 0, 35);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("ModifyDBInstance", databaseId)
                .with("BackupRetentionPeriod", days)
                .with("ApplyImmediately", now);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.inUse(
                databaseId,
                it -> it.backupRetentionDays() == days
                        || (!now && DatabaseStates.waits(it, "BackupRetentionPeriod", days)));
    }

    /** The number of days; backups that were deleted stay deleted. */
    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(Database.class, ResourceType.DATABASE, databaseId)
                .flatMap(it -> Undo.by(() -> new ModifyBackupRetention(databaseId, it.backupRetentionDays(), now)));
    }
}
