package io.atalaya.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stateful firewall (ec2:DescribeSecurityGroups).
 */
public record SecurityGroup(
        String id,
        String name,
        String description,
        @Nullable String vpcId,
        List<SecurityRule> rules,
        Map<String, String> tags)
        implements Resource {
    public SecurityGroup {
        rules = List.copyOf(rules);
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceType type() {
        return ResourceType.SECURITY_GROUP;
    }
}
