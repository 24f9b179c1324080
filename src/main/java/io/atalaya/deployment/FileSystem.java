package io.atalaya.deployment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An NFS file system (elasticfilesystem:DescribeFileSystems).
 *
 * @param sizeMeasuredAt AWS's own time of the metered size, which is eventually consistent over hours
 */
public record FileSystem(
        String id,
        String arn,
        String name,
        String state,
        long sizeBytes,
        @Nullable Instant sizeMeasuredAt,
        long standardBytes,
        long infrequentBytes,
        long archiveBytes,
        String performanceMode,
        String throughputMode,
        @Nullable Double provisionedMibps,
        boolean encrypted,
        @Nullable Instant createdAt,
        Map<String, String> tags)
        implements Resource {
    public FileSystem {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.FILE_SYSTEM;
    }
}
