package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act of a scaling group (autoscaling:DescribeScalingActivities).
 *
 * @param progress percent
 */
public record ScalingActivity(
        String id,
        String groupName,
        String description,
        String cause,
        String status,
        @Nullable String statusMessage,
        Instant startedAt,
        @Nullable Instant endedAt,
        int progress) {}
