package io.atalaya.ui.overview;

import io.atalaya.deployment.Part;
import io.atalaya.ui.common.Seen;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source in the table of ages.
 *
 * @param seconds age; null when never read
 * @param asked state and time of the last good answer, or why there is none
 */
record FreshRow(
        Part<?> part,
        String name,
        Duration cadence,
        @Nullable Long seconds,
        Seen asked) {}
