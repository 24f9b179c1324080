package io.atalaya.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a subnet out under one address, and nothing in (ec2:DescribeNatGateways).
 *
 * @param subnetId where it stands, which is not the subnet it serves; empty for a regional one, which stands in every zone
 * @param state {@code available} is the only one that carries traffic
 * @param isPublic whether it has an address of the internet; a private one only leads to other networks
 */
public record NatGateway(
        String id,
        String name,
        String vpcId,
        String subnetId,
        String state,
        @Nullable String publicIp,
        @Nullable String privateIp,
        @Nullable String networkInterfaceId,
        boolean isPublic,
        Map<String, String> tags)
        implements Resource {
    public NatGateway {
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.NAT_GATEWAY;
    }
}
