package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a file system is reached in one zone (elasticfilesystem:DescribeMountTargets).
 */
public record MountTarget(
        String id,
        String fileSystemId,
        String subnetId,
        @Nullable String zone,
        @Nullable String ip,
        String state,
        @Nullable String vpcId,
        List<String> securityGroupIds)
        implements Resource {
    public MountTarget {
        securityGroupIds = List.copyOf(securityGroupIds);
    }

    @Override
    public String name() {
        return zone == null ? id : "mount " + zone;
    }

    @Override
    public ResourceType type() {
        return ResourceType.MOUNT_TARGET;
    }
}
