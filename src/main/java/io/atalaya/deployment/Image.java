package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine image, AMI (ec2:DescribeImages).
 *
 * @param sourceInstanceId the instance it was made from; null where AWS does not say
 */
public record Image(
        String id,
        String name,
        @Nullable String description,
        String state,
        String ownerId,
        @Nullable String platform,
        @Nullable String architecture,
        @Nullable Instant createdAt,
        @Nullable String sourceImageId,
        @Nullable String sourceInstanceId,
        List<String> snapshotIds,
        Map<String, String> tags)
        implements Resource {
    public Image {
        snapshotIds = List.copyOf(snapshotIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.IMAGE;
    }
}
