package io.atalaya.operate.act;

import io.atalaya.deployment.ResourceRef;

/**
 * rds:ModifyDBInstance of the storage, which only grows, by a tenth at least, and then not again for six hours and as long as
 * {@code storage-optimization} lasts. Nothing takes it back.
 *
 * @param gib as it shall be
 * @param now at once, and with it everything else that waits for the maintenance window; otherwise in that window
 */
public record ModifyAllocatedStorage(String databaseId, int gib, boolean now) implements Operation {
    public ModifyAllocatedStorage {
        Input.identifier(databaseId);
        Input.range("operate.input.storage", gib, 5, 65_536);
    }

    @Override
    public ResourceRef on() {
        return DatabaseStates.ref(databaseId);
    }

    @Override
    public AwsRequest request() {
        return DatabaseStates.request("ModifyDBInstance", databaseId)
                .with("AllocatedStorage", gib)
                .with("ApplyImmediately", now);
    }

    @Override
    public Settling settling() {
        return DatabaseStates.inUse(
                databaseId,
                it -> it.allocatedGib() == gib || (!now && DatabaseStates.waits(it, "AllocatedStorage", gib)));
    }
}
