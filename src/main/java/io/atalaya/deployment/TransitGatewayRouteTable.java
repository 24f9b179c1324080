package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * The routes of a transit gateway (ec2:DescribeTransitGatewayRouteTables, SearchTransitGatewayRoutes).
 *
 * @param complete false where AWS has more routes than it tells: it answers the first thousand
 */
public record TransitGatewayRouteTable(
        String id,
        String name,
        String transitGatewayId,
        List<TransitGatewayRoute> routes,
        boolean complete,
        Map<String, String> tags)
        implements Resource {
    public TransitGatewayRouteTable {
        routes = List.copyOf(routes);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE;
    }
}
