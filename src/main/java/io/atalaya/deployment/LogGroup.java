package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log group (logs:DescribeLogGroups).
 *
 * @param retentionDays how long events are kept; null for ever
 * @param storedBytes as AWS last counted, some hours behind
 */
public record LogGroup(
        String name,
        String arn,
        @Nullable Integer retentionDays,
        long storedBytes,
        @Nullable Instant createdAt) implements Resource {
    @Override
    public String id() {
        return name;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LOG_GROUP;
    }
}
