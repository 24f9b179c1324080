package io.atalaya.ui.balancing;

import io.atalaya.deployment.balancing.Draining;
import io.atalaya.deployment.balancing.Registration;
import io.atalaya.deployment.balancing.TargetFacts;
import io.atalaya.ui.common.Seen;
import io.atalaya.watch.TargetSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target in one group.
 *
 * @param strip how it was, as far as this console saw it
 * @param draining null unless it drains and the delay of its group is known
 */
record TargetRow(
        TargetFacts facts,
        Seen seen,
        List<TargetSpan> strip,
        @Nullable Draining draining,
        String words) {
    Registration key() {
        return Registration.of(facts.target());
    }

    /** Since when it is as it is; null where it was never seen. */
    @Nullable
    TargetSpan since() {
        return strip.isEmpty() ? null : strip.getLast();
    }
}
