package io.atalaya.evidence.stamp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a time stamp says.
 *
 * @param at when the authority saw the signature, by its clock; null where nobody says
 * @param detail who stamped, or why it does not count
 */
public record Stamp(State state, @Nullable Instant at, String detail) {
    /** How far it can be believed. */
    public enum State {
        /** None was wanted. */
        NONE,
        /** One was wanted and the authority did not answer. */
        UNSTAMPED,
        /** By somebody whom nobody vouched for. */
        OF_SOMEBODY,
        /** By an authority that counts. */
        TRUSTED,
        /** Not of this capsule, not whole, or not of an authority that counts. */
        BAD
    }

    public static final Stamp NONE = new Stamp(State.NONE, null, "");
}
