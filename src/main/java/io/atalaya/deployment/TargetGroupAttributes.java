package io.atalaya.deployment;

import org.jspecify.annotations.Nullable;

/**
 * How a target group treats its targets beside checking them (elasticloadbalancing:DescribeTargetGroupAttributes). Which
 * attributes there are depends on the kind of balancer; what AWS did not name is null.
 *
 * @param deregistrationDelaySeconds how long a deregistered target drains at most; AWS's default is 300
 * @param slowStartSeconds how long a new target is spared; 0 for not
 * @param algorithm {@code round_robin least_outstanding_requests weighted_random}
 * @param stickiness its type, {@code lb_cookie app_cookie source_ip}; null where it is off
 * @param crossZone {@code true false use_load_balancer_configuration}
 * @param preservesClientIp whether targets of a network balancer see the client's address
 */
public record TargetGroupAttributes(
        String targetGroupArn,
        @Nullable Integer deregistrationDelaySeconds,
        @Nullable Integer slowStartSeconds,
        @Nullable String algorithm,
        @Nullable String stickiness,
        @Nullable String crossZone,
        @Nullable Boolean preservesClientIp) {
    /** Those of a group that says nothing of clients' addresses. */
    public TargetGroupAttributes(
            String targetGroupArn,
            @Nullable Integer deregistrationDelaySeconds,
            @Nullable Integer slowStartSeconds,
            @Nullable String algorithm,
            @Nullable String stickiness,
            @Nullable String crossZone) {
        this(targetGroupArn, deregistrationDelaySeconds, slowStartSeconds, algorithm, stickiness, crossZone, null);
    }
}
