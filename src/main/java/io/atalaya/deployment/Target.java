package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One target in one group with its health (elasticloadbalancing:DescribeTargetHealth).
 *
 * @param targetId instance id, address, function or balancer ARN
 * @param state {@code initial healthy unhealthy unhealthy.draining unused draining unavailable}
 * @param reason {@code Target.Timeout} ...; null when healthy
 */
public record Target(
        String targetGroupArn,
        String targetId,
        @Nullable Integer port,
        @Nullable String zone,
        String state,
        @Nullable String reason,
        @Nullable String description) {}
