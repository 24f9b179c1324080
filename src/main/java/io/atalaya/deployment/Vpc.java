package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A private network (ec2:DescribeVpcs).
 *
 * @param cidrs IPv4 blocks that are associated, the first one of the VPC first
 * @param ipv6Cidrs IPv6 blocks that are associated
 */
public record Vpc(
        String id, String name, List<String> cidrs, List<String> ipv6Cidrs, boolean isDefault, Map<String, String> tags)
        implements Resource {
    public Vpc {
        cidrs = List.copyOf(cidrs);
        ipv6Cidrs = List.copyOf(ipv6Cidrs);
        tags = Map.copyOf(tags);
    }

    /** One without IPv6. */
    public Vpc(String id, String name, List<String> cidrs, boolean isDefault, Map<String, String> tags) {
        this(id, name, cidrs, List.of(), isDefault, tags);
    }

    /** Its blocks of both families, IPv4 first. */
    public List<String> blocks() {
        return Stream.concat(cidrs.stream(), ipv6Cidrs.stream()).toList();
    }

    @Override
    public ResourceType type() {
        return ResourceType.VPC;
    }
}
