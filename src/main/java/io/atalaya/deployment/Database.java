package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database instance (rds:DescribeDBInstances).
 *
 * @param zone where the serving instance stands
 * @param secondaryZone where the standby of a Multi-AZ instance stands
 * @param maxAllocatedGib limit of storage autoscaling; null when it is off
 * @param replicaOf source of a read replica
 * @param caCertificateValidUntil when the certificate that the server shows ends ({@code CertificateDetails.ValidTill}); that of
 *     the authority which signed it is a {@link DatabaseAuthority}
 * @param pendingModifications as {@code name=value}, never the password
 * @param settings what is configured and seldom looked at
 */
public record Database(
        String id,
        String arn,
        @Nullable String clusterId,
        String engine,
        String engineVersion,
        String instanceClass,
        String status,
        @Nullable String zone,
        @Nullable String secondaryZone,
        boolean multiAz,
        @Nullable String endpoint,
        @Nullable Integer port,
        int allocatedGib,
        @Nullable Integer maxAllocatedGib,
        @Nullable String storageType,
        boolean encrypted,
        boolean publiclyAccessible,
        boolean deletionProtection,
        int backupRetentionDays,
        @Nullable Instant latestRestorableAt,
        @Nullable Instant createdAt,
        @Nullable String vpcId,
        List<String> subnetIds,
        List<String> securityGroupIds,
        @Nullable String replicaOf,
        List<String> replicaIds,
        @Nullable Instant caCertificateValidUntil,
        List<String> pendingModifications,
        Map<String, String> tags,
        DatabaseSettings settings)
        implements Resource {
    public Database {
        subnetIds = List.copyOf(subnetIds);
        securityGroupIds = List.copyOf(securityGroupIds);
        replicaIds = List.copyOf(replicaIds);
        pendingModifications = List.copyOf(pendingModifications);
        tags = Map.copyOf(tags);
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public ResourceType type() {
        return ResourceType.DATABASE;
    }
}
