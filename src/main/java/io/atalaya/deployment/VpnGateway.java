package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * The VPC's end of VPN connections (ec2:DescribeVpnGateways).
 *
 * @param vpcIds it is attached to: AWS allows one
 */
public record VpnGateway(String id, String name, String state, List<String> vpcIds, Map<String, String> tags)
        implements Resource {
    public VpnGateway {
        vpcIds = List.copyOf(vpcIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VPN_GATEWAY;
    }
}
