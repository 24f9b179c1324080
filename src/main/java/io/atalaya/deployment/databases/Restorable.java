package io.atalaya.deployment.databases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To which moments a database can be restored, second by second.
 *
 * @param from null where that was not read
 * @param to null where no backup was made yet
 * @param regions other regions to which RDS replicates these backups; null where that was not read
 */
public record Restorable(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable List<String> regions) {
    /** RDS uploads its log every five minutes. */
    private static final Duration USUAL_LAG = Duration.ofMinutes(15);

    public Restorable {
        regions = regions == null ? null : List.copyOf(regions);
    }

    /** Whether the newest moment is older than RDS's five minutes explain: what was written since would be lost. */
    public boolean isLate(Instant now) {
        return to != null && to.isBefore(now.minus(USUAL_LAG));
    }
}
