package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.Optional;

/** rds:StopDBInstance of one instance. RDS starts it again by itself after seven days. */
public record StopDatabase(String databaseId) implements Operation {
    public StopDatabase {
        Input.identifier(databaseId);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("StopDBInstance", databaseId);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.until(databaseId, it -> it.status().equals("stopped"));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new StartDatabase(databaseId));
    }
}
