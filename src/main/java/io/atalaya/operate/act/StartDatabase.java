package io.atalaya.operate.act;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.Optional;

/** rds:StartDBInstance of one instance. */
public record StartDatabase(String databaseId) implements Operation {
    public StartDatabase {
        Input.identifier(databaseId);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("StartDBInstance", databaseId);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.until(databaseId, it -> it.status().equals("available"));
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return Optional.of(new StopDatabase(databaseId));
    }
}
