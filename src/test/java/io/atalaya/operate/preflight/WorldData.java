package io.atalaya.operate.preflight;

import io.atalaya.deployment.Database;
import io.atalaya.deployment.DatabaseSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of a {@link World} and its backups. */
final class WorldData {
    private WorldData() {}

    static Database database(World w) {
        return new Database(
                World.DB,
                "arn:db",
                w.cluster,
                w.engine,
                "16.4",
                "db.m6g.large",
                w.dbStatus,
                "us-east-1a",
                w.multiAz ? "us-east-1b" : null,
                w.multiAz,
                "chop-db.x.us-east-1.rds.amazonaws.com",
                5432,
                w.allocated,
                w.maximum,
                "gp3",
                true,
                false,
                true,
                w.retention,
                World.AT.minusSeconds(300),
                null,
                "vpc-1",
                List.of(),
                List.of(),
                w.replicaOf,
                w.replicas,
                null,
                w.pending,
                Map.of());
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
