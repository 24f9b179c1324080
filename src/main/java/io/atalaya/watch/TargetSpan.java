package io.atalaya.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a target was for a while, as this console saw it. It lasted until the next span of the same target begins.
 *
 * @param from when the answer was asked for that first showed it
 * @param notBefore when the last answer was asked for that showed something else; null when nothing was known before, so that
 *     it may have been so for long
 * @param state AWS's word; null while the target was not in its group
 * @param reason AWS's reason; null when it gave none
 */
public record TargetSpan(
        Instant from,
        @Nullable Instant notBefore,
        @Nullable String state,
        @Nullable String reason) {}
