package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine (ec2:DescribeInstances).
 *
 * @param state {@code pending running shutting-down terminated stopping stopped}
 * @param platform {@code PlatformDetails}, e.g. {@code Linux/UNIX}: the operating system itself is told by the image
 */
public record Instance(
        String id,
        String name,
        String instanceType,
        String state,
        @Nullable String stateReason,
        String zone,
        @Nullable String vpcId,
        @Nullable String subnetId,
        @Nullable String privateIp,
        @Nullable String publicIp,
        @Nullable String imageId,
        @Nullable String platform,
        @Nullable String architecture,
        @Nullable Instant launchedAt,
        List<String> securityGroupIds,
        List<String> volumeIds,
        Map<String, String> tags)
        implements Resource {
    public Instance {
        securityGroupIds = List.copyOf(securityGroupIds);
        volumeIds = List.copyOf(volumeIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.INSTANCE;
    }
}
