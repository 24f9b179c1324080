package io.atalaya.deployment;

/**
 * An instance as its scaling group sees it.
 *
 * @param lifecycleState {@code InService Pending Standby Terminating:Wait} ...
 * @param healthStatus {@code Healthy} or {@code Unhealthy}
 */
public record ScalingMember(
        String instanceId, String zone, String lifecycleState, String healthStatus, boolean protectedFromScaleIn) {}
