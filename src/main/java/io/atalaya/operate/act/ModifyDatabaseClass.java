package io.atalaya.operate.act;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * rds:ModifyDBInstance of the class: an outage while the instance is replaced, seconds to a minute with Multi-AZ.
 *
 * @param now at once, and with it everything else that waits for the maintenance window; otherwise in that window
 */
public record ModifyDatabaseClass(String databaseId, String instanceClass, boolean now) implements Operation {
    public ModifyDatabaseClass {
        Input.identifier(databaseId);
        Input.databaseClass(instanceClass);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("ModifyDBInstance", databaseId)
                .with("DBInstanceClass", instanceClass)
                .with("ApplyImmediately", now);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.inUse(
                databaseId,
                it -> it.instanceClass().equals(instanceClass)
                        || (!now && DatabaseStates.waits(it, "DBInstanceClass", instanceClass)));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(Database.class, ResourceType.DATABASE, databaseId)
                .flatMap(it -> Undo.by(() -> new ModifyDatabaseClass(databaseId, it.instanceClass(), now)));
    }
}
