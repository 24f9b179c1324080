package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * The routes of subnets (ec2:DescribeRouteTables).
 *
 * @param main whether it holds for every subnet of its VPC that no other table is associated with
 * @param subnetIds associated by name; those it serves as the main table are not listed
 * @param gatewayIds internet or VPN gateways it is associated with: for what comes in through them (ingress routing)
 */
public record RouteTable(
        String id,
        String name,
        String vpcId,
        boolean main,
        List<String> subnetIds,
        List<String> gatewayIds,
        List<Route> routes,
        Map<String, String> tags)
        implements Resource {
    public RouteTable {
        subnetIds = List.copyOf(subnetIds);
        gatewayIds = List.copyOf(gatewayIds);
        routes = List.copyOf(routes);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.ROUTE_TABLE;
    }
}
