package io.atalaya.operate.act;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import java.util.Optional;

/**
 * rds:ModifyDBInstance of the limit up to which RDS lets the storage grow by itself. RDS applies it at once whatever is said
 * about the window, so nothing is said: "now" would also apply everything else that waits for the window.
 *
 * @param gib above what is allocated, by a tenth at least; a limit equal to what is allocated turns the growing off
 */
public record ModifyMaximumStorage(String databaseId, int gib) implements Operation {
    public ModifyMaximumStorage {
        Input.identifier(databaseId);
        Input.range("operate.input.storage", gib, 5, 65_536);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("ModifyDBInstance", databaseId).with("MaxAllocatedStorage", gib);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.inUseOrFull(databaseId, it -> {
            var limit = it.maxAllocatedGib();
            return limit == null ? it.allocatedGib() == gib : limit == gib;
        });
    }

    @Override
    public Optional<Operation> undo(Deployment before) {
        return before.index()
                .find(Database.class, ResourceType.DATABASE, databaseId)
                .flatMap(it -> Undo.by(() -> {
                    var limit = it.maxAllocatedGib();
                    return new ModifyMaximumStorage(databaseId, limit == null ? it.allocatedGib() : limit);
                }));
    }
}
