package io.atalaya.evidence.verify;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it was sealed.
 *
 * @param item the one; the capsule's number where the chain is at fault
 * @param detail more, in no language; may be empty
 * @param found SHA-256 of what stands in the item's place; null where that says nothing
 */
public record Fault(
        Kind kind, String item, String detail, @Nullable String found) {
    /** What happened to it. */
    public enum Kind {
        /** No capsule at all. */
        NO_CAPSULE,
        /** Its content is another. */
        CHANGED,
        /** It is in the manifest and not in the file. */
        DROPPED,
        /** It is in the file and not in the manifest. */
        ADDED,
        /** It stands in another place. */
        REORDERED,
        /** It is an item of another capsule. */
        SWAPPED,
        /** Its content is whole, but not the zip around it. */
        FRAME,
        /** This key did not sign this manifest. */
        SIGNATURE,
        /** Signed, but not by the key that was expected. */
        OTHER_KEY,
        /** The time stamp is not one of this capsule, or not of this authority. */
        STAMP,
        /** It has no time stamp, and one of an authority that is trusted was wanted. */
        UNSTAMPED,
        /** A capsule of the chain is not there. */
        MISSING,
        /** Another part of the same capture is not there. */
        PART_MISSING,
        /** Two capsules have the same place in the chain. */
        FORKED,
        /** It does not follow the one before it. */
        UNCHAINED
    }

    Fault(Kind kind, String item, String detail) {
        this(kind, item, detail, null);
    }
}
