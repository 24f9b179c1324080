package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * What EFS does to a file system by itself (elasticfilesystem:DescribeLifecycleConfiguration, DescribeBackupPolicy). Rules are
 * EFS's own words, {@code AFTER_30_DAYS}.
 *
 * @param toInfrequent after how long unread files move to Infrequent Access; null for never
 * @param toArchive after how long they move to Archive; null for never
 * @param toPrimary when they come back to Standard; null for never
 * @param backup {@code ENABLED ENABLING DISABLED DISABLING}; null where no backup policy was ever set
 */
public record FilePolicies(
        String fileSystemId,
        @Nullable String toInfrequent,
        @Nullable String toArchive,
        @Nullable String toPrimary,
        @Nullable String backup) {
    /** Whether files ever move to a cheaper class. */
    public boolean moves() {
        return toInfrequent != null || toArchive != null;
    }

    /** Whether AWS Backup takes daily backups, or is about to. */
    public boolean backsUp() {
        return "ENABLED".equals(backup) || "ENABLING".equals(backup);
    }
}
