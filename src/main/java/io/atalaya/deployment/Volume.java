package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block volume (ec2:DescribeVolumes).
 */
public record Volume(
        String id,
        String name,
        String volumeType,
        int sizeGib,
        String state,
        String zone,
        @Nullable Integer iops,
        @Nullable Integer throughputMibps,
        boolean encrypted,
        @Nullable String snapshotId,
        @Nullable Instant createdAt,
        List<VolumeAttachment> attachments,
        Map<String, String> tags)
        implements Resource {
    public Volume {
        attachments = List.copyOf(attachments);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VOLUME;
    }
}
