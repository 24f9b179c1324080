package io.atalaya.ui.perimeter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time something of the perimeter was touched.
 *
 * @param at AWS's own time where CloudTrail told; else when this console saw the difference
 * @param who the caller's name as in the end of its ARN; null where only the difference was seen
 * @param event {@code RevokeSecurityGroupIngress}; null where only the difference was seen
 * @param requestId null where unknown
 * @param removed whether the rule went with it
 */
record LastChange(
        Instant at,
        @Nullable String who,
        @Nullable String event,
        @Nullable String requestId,
        boolean removed) {}
