package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * A stateless firewall of subnets (ec2:DescribeNetworkAcls).
 */
public record NetworkAcl(
        String id,
        String name,
        String vpcId,
        boolean isDefault,
        List<String> subnetIds,
        List<AclEntry> entries,
        Map<String, String> tags)
        implements Resource {
    public NetworkAcl {
        subnetIds = List.copyOf(subnetIds);
        entries = List.copyOf(entries);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.NETWORK_ACL;
    }
}
