package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A balancer of either API (elasticloadbalancing:DescribeLoadBalancers).
 *
 * @param arn classic balancers have none: their name stands here
 * @param state {@code active provisioning active_impaired failed}; classic balancers do not say and count as active
 */
public record LoadBalancer(
        String arn,
        String name,
        LoadBalancerType balancerType,
        String scheme,
        String dnsName,
        @Nullable String canonicalZoneId,
        String state,
        @Nullable String stateReason,
        @Nullable String vpcId,
        List<BalancerZone> zones,
        List<String> securityGroupIds,
        @Nullable Instant createdAt,
        List<String> classicInstanceIds,
        Map<String, String> tags)
        implements Resource {
    public LoadBalancer {
        zones = List.copyOf(zones);
        securityGroupIds = List.copyOf(securityGroupIds);
        classicInstanceIds = List.copyOf(classicInstanceIds);
        tags = Map.copyOf(tags);
    }

    @Override
    public String id() {
        return arn;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LOAD_BALANCER;
    }
}
