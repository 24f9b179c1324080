package io.atalaya.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a balancer sends requests (elasticloadbalancing:DescribeTargetGroups).
 *
 * @param targetType {@code instance ip lambda alb}
 */
public record TargetGroup(
        String arn,
        String name,
        String targetType,
        @Nullable String protocol,
        @Nullable Integer port,
        @Nullable String vpcId,
        List<String> balancerArns,
        HealthCheckSettings healthCheck)
        implements Resource {
    public TargetGroup {
        balancerArns = List.copyOf(balancerArns);
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public ResourceType type() {
        return ResourceType.TARGET_GROUP;
    }
}
