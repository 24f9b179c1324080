package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database instance is configured (rds:DescribeDBInstances).
 *
 * @param resourceId {@code DbiResourceId}: stays when the instance is renamed
 * @param kmsKeyId that encrypts its storage; null where it is not encrypted
 * @param caId authority that signed its certificate ({@code rds-ca-rsa2048-g1})
 * @param backupWindow UTC, {@code 09:00-09:30}
 * @param maintenanceWindow UTC, {@code sun:07:30-sun:08:00}
 * @param subnetGroup where it may stand
 * @param zones of that subnet group
 * @param replication how the reading of its source goes; empty unless it is a replica
 */
public record DatabaseSettings(
        @Nullable String resourceId,
        @Nullable Integer iops,
        @Nullable Integer throughputMibps,
        @Nullable String kmsKeyId,
        List<ParameterGroupUse> parameterGroups,
        @Nullable String caId,
        @Nullable String backupWindow,
        @Nullable String maintenanceWindow,
        boolean autoMinorVersionUpgrade,
        @Nullable String subnetGroup,
        List<String> zones,
        List<ReplicationStatus> replication) {
    /** Nothing is known. */
    public static final DatabaseSettings NONE = new DatabaseSettings(
            null, null, null, null, List.of(), null, null, null, false, null, List.of(), List.of());

    public DatabaseSettings {
        parameterGroups = List.copyOf(parameterGroups);
        zones = List.copyOf(zones);
        replication = List.copyOf(replication);
    }
}
