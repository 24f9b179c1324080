package io.atalaya.deployment;

import java.util.Map;

/**
 * A subnet of a VPC in one zone (ec2:DescribeSubnets).
 */
public record Subnet(
        String id,
        String name,
        String vpcId,
        String zone,
        String cidr,
        int availableAddresses,
        boolean mapsPublicIp,
        Map<String, String> tags)
        implements Resource {
    public Subnet {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.SUBNET;
    }
}
