package io.atalaya.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Auto Scaling group (autoscaling:DescribeAutoScalingGroups).
 *
 * @param launchTemplateVersion a number, {@code $Default} or {@code $Latest}
 * @param healthCheckType {@code EC2} or {@code ELB}
 */
public record ScalingGroup(
        String name,
        String arn,
        int min,
        int desired,
        int max,
        List<String> zones,
        List<String> subnetIds,
        @Nullable String launchTemplateId,
        @Nullable String launchTemplateVersion,
        String healthCheckType,
        List<String> targetGroupArns,
        List<ScalingMember> members,
        List<String> suspendedProcesses,
        @Nullable Instant createdAt,
        Map<String, String> tags)
        implements Resource {
    public ScalingGroup {
        zones = List.copyOf(zones);
        subnetIds = List.copyOf(subnetIds);
        targetGroupArns = List.copyOf(targetGroupArns);
        members = List.copyOf(members);
        suspendedProcesses = List.copyOf(suspendedProcesses);
        tags = Map.copyOf(tags);
    }

    @Override
    public String id() {
        return name;
    }

    @Override
    public ResourceType type() {
        return ResourceType.SCALING_GROUP;
    }
}
