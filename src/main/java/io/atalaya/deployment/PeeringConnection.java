package io.atalaya.deployment;

import java.util.Map;

/**
 * Two VPCs that may route to each other, and to nothing behind the other (ec2:DescribeVpcPeeringConnections).
 *
 * @param status {@code active} is the only one that carries traffic
 */
public record PeeringConnection(
        String id, String name, String status, PeeringEnd requester, PeeringEnd accepter, Map<String, String> tags)
        implements Resource {
    public PeeringConnection {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.PEERING_CONNECTION;
    }
}
