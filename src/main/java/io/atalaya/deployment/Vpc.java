package io.atalaya.deployment;

import java.util.List;
import java.util.Map;

/**
 * A private network (ec2:DescribeVpcs).
 */
public record Vpc(String id, String name, List<String> cidrs, boolean isDefault, Map<String, String> tags)
        implements Resource {
    public Vpc {
        cidrs = List.copyOf(cidrs);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.VPC;
    }
}
