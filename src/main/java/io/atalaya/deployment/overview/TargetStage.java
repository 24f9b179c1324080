package io.atalaya.deployment.overview;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers the requests, by zone. A target that stands in several groups counts once, in its worst condition; targets that
 * no listener uses do not count.
 *
 * @param name of the group or scaling group where there is only one; empty otherwise
 * @param groups target groups that have targets
 * @param zones worst first
 * @param read whether AWS ever told their health
 * @param problem why the last attempt failed; null when it did not
 */
public record TargetStage(
        State state,
        String name,
        int groups,
        int healthy,
        int total,
        List<Zone> zones,
        boolean read,
        @Nullable Problem problem) {
    public TargetStage {
        zones = List.copyOf(zones);
    }

    /**
     * One zone.
     *
     * @param condition of the worst target there
     * @param address private address of the only target; null where there are several, or it is not known
     * @param ref of the worst target there
     */
    public record Zone(
            String name,
            int healthy,
            int total,
            Condition condition,
            @Nullable String address,
            ResourceRef ref) {}
}
