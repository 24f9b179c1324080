package io.atalaya.sandbox.world;

/**
 * Something that somebody did to the world and that has taken effect: what may end an incident.
 *
 * @param on what it was done to: an instance id, a database identifier, the name of a scaling group
 */
public record Deed(What what, String on) {
    /** What was done. */
    public enum What {
        /** An instance came up anew: after a reboot, a start or a launch. */
        BOOTED,
        /** A database has more storage. */
        STORAGE_GROWN,
        /** All instances of a scaling group were replaced. */
        REFRESHED,
        /** An instance refresh was called off. */
        REFRESH_CANCELLED
    }
}
