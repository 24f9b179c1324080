package io.atalaya.evidence.capsule;

import org.jspecify.annotations.Nullable;

/**
 * Whether somebody else said when a capsule was there.
 *
 * @param authority that was asked; null where none is configured
 * @param stamped whether it answered
 * @param why it did not; null where it did or was not asked
 */
public record Stamping(
        @Nullable String authority,
        boolean stamped,
        @Nullable String why) {
    public static final Stamping NOT_ASKED = new Stamping(null, false, null);
}
