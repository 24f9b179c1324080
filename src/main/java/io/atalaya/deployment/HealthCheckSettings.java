package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * How a target group judges its targets.
 *
 * @param port a number or {@code traffic-port}
 */
public record HealthCheckSettings(
        boolean enabled,
        String protocol,
        String port,
        @Nullable String path,
        int intervalSeconds,
        int timeoutSeconds,
        int healthyThreshold,
        int unhealthyThreshold,
        @Nullable String matcher) {}
