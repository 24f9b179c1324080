package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The automated backups of a database as one: snapshots and logs between them (rds:DescribeDBInstanceAutomatedBackups).
 *
 * @param databaseId the instance; it may be gone, backups are kept longer
 * @param status {@code active}, {@code retained}, {@code creating}
 * @param earliestAt to which moment it can be restored at the earliest; null before the first backup
 * @param region where it is
 * @param replicatedTo ARNs of the same backups in other regions, where cross-region replication is on
 */
public record AutomatedBackup(
        String databaseId,
        String arn,
        String status,
        @Nullable Instant earliestAt,
        @Nullable Instant latestAt,
        int retentionDays,
        boolean encrypted,
        @Nullable String region,
        List<String> replicatedTo) {
    public AutomatedBackup {
        replicatedTo = List.copyOf(replicatedTo);
    }
}
