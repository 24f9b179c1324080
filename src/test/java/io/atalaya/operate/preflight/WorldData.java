package io.atalaya.operate.preflight;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSketch;
import io.atalaya.deployment.DatabaseSnapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The database of a {@link World} and its backups. */
final class WorldData {
    private WorldData() {}

    static Database database(World w) {
        return DatabaseSketch.database(World.DB, it -> {
            it.clusterId = w.cluster;
            it.engine = w.engine;
            it.instanceClass = "db.m6g.large";
            it.status = w.dbStatus;
            it.multiAz = w.multiAz;
            it.secondaryZone = w.multiAz ? "us-east-1b" : null;
            it.allocatedGib = w.allocated;
            it.maxAllocatedGib = w.maximum;
            it.backupRetentionDays = w.retention;
            it.latestRestorableAt = World.AT.minusSeconds(300);
            it.replicaOf = w.replicaOf;
            it.replicaIds = w.replicas;
            it.pendingModifications = w.pending;
        });
    }

    static DatabaseSnapshot snapshot(World w, String id, String type, String status, @Nullable String of) {
        return new DatabaseSnapshot(
                id,
                "arn:aws:rds:us-east-1:111122223333:snapshot:" + id,
                World.DB,
                type,
                status,
                100,
                World.AT.minus(Duration.ofDays(3)),
                100,
                w.engine,
                w.encrypted,
                null,
                "16.4",
                World.AT.minus(Duration.ofDays(3)),
                of);
    }
}
