package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a database instance (rds:DescribeDBSnapshots) or of a cluster (rds:DescribeDBClusterSnapshots).
 *
 * @param databaseId the instance it is of, or the cluster where it is one of a cluster
 * @param snapshotType {@code automated manual awsbackup shared}
 * @param sizeGib storage that was allocated, which is not what the backup takes; 0 for a cluster
 * @param originalCreatedAt when the data was as it holds it; of a copy that is before it was made
 * @param copyOf of what it is a copy: an ARN when that is in another region; null for an original
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
        @Nullable String zone,
        @Nullable String engineVersion,
        @Nullable Instant originalCreatedAt,
        @Nullable String copyOf)
        implements Resource {
    /** An original of an engine whose version is not known. */
    public DatabaseSnapshot(
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
            @Nullable String zone) {
        this(
                id,
                arn,
                databaseId,
                snapshotType,
                status,
                percent,
                createdAt,
                sizeGib,
                engine,
                encrypted,
                zone,
                null,
                createdAt,
                null);
    }

    /** Whether it is one of an Aurora cluster: other calls act on it. */
    public boolean ofCluster() {
        return arn.contains(":cluster-snapshot:");
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_SNAPSHOT;
    }
}
