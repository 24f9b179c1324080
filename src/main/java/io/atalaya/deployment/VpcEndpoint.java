package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * A private way to a service (ec2:DescribeVpcEndpoints).
 *
 * @param service {@code com.amazonaws.us-east-1.s3}
 * @param kind AWS's word: {@code Gateway} is a route to a prefix list, {@code Interface} has network interfaces
 * @param state {@code available} is the only one that carries traffic
 * @param routeTableIds of a gateway endpoint
 * @param securityGroupIds of an interface endpoint
 */
public record VpcEndpoint(
        String id,
        String name,
        String vpcId,
        String service,
        String kind,
        String state,
        List<String> routeTableIds,
        List<String> subnetIds,
        List<String> securityGroupIds,
        List<String> networkInterfaceIds,
        Map<String, String> tags)
        implements Resource {
    public VpcEndpoint {
        routeTableIds = List.copyOf(routeTableIds);
        subnetIds = List.copyOf(subnetIds);
        securityGroupIds = List.copyOf(securityGroupIds);
        networkInterfaceIds = List.copyOf(networkInterfaceIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VPC_ENDPOINT;
    }
}
