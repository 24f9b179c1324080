package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something RDS will do to a database (rds:DescribePendingMaintenanceActions).
 *
 * @param resourceArn of the instance or cluster
 * @param action {@code system-update}, {@code db-upgrade}, {@code ca-certificate-rotation}
 * @param autoAppliedAfter in the first window after this moment; null where RDS does not do it by itself
 * @param forcedAt from then on whatever the window; null where it is not forced
 * @param currentApplyAt when it is going to happen as things stand; null where it is not planned
 * @param optIn {@code immediate}, {@code next-maintenance}, {@code undo-opt-in}; null where nobody said anything
 */
public record PendingMaintenance(
        String resourceArn,
        String action,
        @Nullable String description,
        @Nullable Instant autoAppliedAfter,
        @Nullable Instant forcedAt,
        @Nullable Instant currentApplyAt,
        @Nullable String optIn) {}
