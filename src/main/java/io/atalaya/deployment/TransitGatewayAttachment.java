package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on a transit gateway (ec2:DescribeTransitGatewayAttachments, DescribeTransitGatewayVpcAttachments).
 *
 * @param kind AWS's word: {@code vpc vpn direct-connect-gateway connect peering}
 * @param resourceId of the VPC, the VPN connection, ...
 * @param routeTableId by whose routes goes what comes from here; null while it is associated with none
 * @param subnetIds of a VPC, one in each zone from which the transit gateway takes traffic; null where that was not told, and for
 *     what is no VPC
 */
public record TransitGatewayAttachment(
        String id,
        String name,
        String transitGatewayId,
        String kind,
        String resourceId,
        String state,
        @Nullable String routeTableId,
        @Nullable List<String> subnetIds,
        Map<String, String> tags)
        implements Resource {
    public TransitGatewayAttachment {
        subnetIds = subnetIds == null ? null : List.copyOf(subnetIds);
        tags = Map.copyOf(tags);
    }

    /** One that is no VPC, or of which the subnets were not told. */
    public TransitGatewayAttachment(
            String id,
            String name,
            String transitGatewayId,
            String kind,
            String resourceId,
            String state,
            @Nullable String routeTableId,
            Map<String, String> tags) {
        this(id, name, transitGatewayId, kind, resourceId, state, routeTableId, null, tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.TRANSIT_GATEWAY_ATTACHMENT;
    }
}
