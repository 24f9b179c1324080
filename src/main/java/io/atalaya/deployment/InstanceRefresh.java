package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The replacement of a scaling group's instances by newer ones (autoscaling:DescribeInstanceRefreshes).
 *
 * @param status {@code Pending InProgress Successful Failed Cancelling Cancelled RollbackInProgress RollbackFailed
 *     RollbackSuccessful Baking}
 * @param statusReason AWS's words; null where it gave none
 * @param percent of the instances that were replaced
 * @param instancesToUpdate still to be replaced
 */
public record InstanceRefresh(
        String id,
        String groupName,
        String status,
        @Nullable String statusReason,
        Instant startedAt,
        @Nullable Instant endedAt,
        int percent,
        int instancesToUpdate) {}
