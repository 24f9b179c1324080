package io.atalaya.deployment;

import java.util.Map;

/**
 * A router between VPCs, VPNs and other regions (ec2:DescribeTransitGateways).
 */
public record TransitGateway(String id, String name, String state, Map<String, String> tags) implements Resource {
    public TransitGateway {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.TRANSIT_GATEWAY;
    }
}
