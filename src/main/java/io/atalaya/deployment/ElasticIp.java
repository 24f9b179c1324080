package io.atalaya.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fixed public address (ec2:DescribeAddresses).
 */
public record ElasticIp(
        String allocationId,
        String name,
        String publicIp,
        @Nullable String associationId,
        @Nullable String instanceId,
        @Nullable String networkInterfaceId,
        @Nullable String privateIp,
        Map<String, String> tags)
        implements Resource {
    public ElasticIp {
        tags = Map.copyOf(tags);
    }

    @Override
    public String id() {
        return allocationId;
    }

    @Override
    public ResourceType type() {
        return ResourceType.ELASTIC_IP;
    }
}
