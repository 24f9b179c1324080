package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a database instance (rds:DescribeDBSnapshots).
 *
 * @param snapshotType {@code automated manual awsbackup shared}
 */
public record DatabaseSnapshot(
        String id,
        String arn,
        String databaseId,
        String snapshotType,
        String status,
        int percent,
        @Nullable Instant createdAt,
        int sizeGib,
        String engine,
        boolean encrypted,
        @Nullable String zone)
        implements Resource {

    @Override
    public String name() {
        return id;
    }

    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_SNAPSHOT;
    }
}
