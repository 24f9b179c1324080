package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A subnet of a VPC in one zone (ec2:DescribeSubnets).
 *
 * @param cidr its IPv4 block; empty in a subnet of IPv6 alone
 * @param ipv6Cidrs IPv6 blocks that are associated
 * @param internetGatewayBlockMode of VPC Block Public Access, in AWS's words: {@code off block-ingress block-bidirectional}
 */
public record Subnet(
        String id,
        String name,
        String vpcId,
        String zone,
        String cidr,
        List<String> ipv6Cidrs,
        int availableAddresses,
        boolean mapsPublicIp,
        String internetGatewayBlockMode,
        Map<String, String> tags)
        implements Resource {
    public Subnet {
        ipv6Cidrs = List.copyOf(ipv6Cidrs);
        tags = Map.copyOf(tags);
    }

    /** One of an account that does not block public access. */
    public Subnet(
            String id,
            String name,
            String vpcId,
            String zone,
            String cidr,
            List<String> ipv6Cidrs,
            int availableAddresses,
            boolean mapsPublicIp,
            Map<String, String> tags) {
        this(id, name, vpcId, zone, cidr, ipv6Cidrs, availableAddresses, mapsPublicIp, "off", tags);
    }

    /** One without IPv6. */
    public Subnet(
            String id,
            String name,
            String vpcId,
            String zone,
            String cidr,
            int availableAddresses,
            boolean mapsPublicIp,
            Map<String, String> tags) {
        this(id, name, vpcId, zone, cidr, List.of(), availableAddresses, mapsPublicIp, tags);
    }

    /** Its blocks of both families, IPv4 first. */
    public List<String> blocks() {
        return Stream.concat(Stream.of(cidr).filter(block -> !block.isEmpty()), ipv6Cidrs.stream())
                .toList();
    }

    @Override
    public ResourceType type() {
        return ResourceType.SUBNET;
    }
}
