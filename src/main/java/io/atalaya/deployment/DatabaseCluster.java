package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Aurora or Multi-AZ cluster (rds:DescribeDBClusters): its storage is shared, its instances are {@link Database}s.
 *
 * @param endpoint of the writer
 * @param readerEndpoint shared out among the readers; null where there is none
 * @param zones over which its storage is spread, which is not where its instances stand
 * @param allocatedGib 1 for Aurora, whose storage grows by itself
 * @param earliestRestorableAt null before the first backup
 */
public record DatabaseCluster(
        String id,
        String arn,
        String engine,
        String engineVersion,
        String status,
        @Nullable String endpoint,
        @Nullable String readerEndpoint,
        @Nullable Integer port,
        boolean multiAz,
        List<String> zones,
        List<ClusterMember> members,
        int allocatedGib,
        boolean encrypted,
        boolean deletionProtection,
        int backupRetentionDays,
        @Nullable Instant earliestRestorableAt,
        @Nullable Instant latestRestorableAt,
        @Nullable String parameterGroup,
        @Nullable String backupWindow,
        @Nullable String maintenanceWindow,
        @Nullable Instant createdAt,
        List<String> securityGroupIds,
        Map<String, String> tags)
        implements Resource {
    public DatabaseCluster {
        zones = List.copyOf(zones);
        members = List.copyOf(members);
        securityGroupIds = List.copyOf(securityGroupIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public ResourceType type() {
        return ResourceType.DATABASE_CLUSTER;
    }
}
