package io.atalaya.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on a transit gateway (ec2:DescribeTransitGatewayAttachments).
 *
 * @param kind AWS's word: {@code vpc vpn direct-connect-gateway connect peering}
 * @param resourceId of the VPC, the VPN connection, ...
 * @param routeTableId by whose routes goes what comes from here; null while it is associated with none
 */
public record TransitGatewayAttachment(
        String id,
        String name,
        String transitGatewayId,
        String kind,
        String resourceId,
        String state,
        @Nullable String routeTableId,
        Map<String, String> tags)
        implements Resource {
    public TransitGatewayAttachment {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.TRANSIT_GATEWAY_ATTACHMENT;
    }
}
