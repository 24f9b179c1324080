package io.atalaya.operate.trail;

/**
 * Something that journal and CloudTrail say differently.
 *
 * @param what kind of thing
 * @param name of the parameter, {@code Targets[0].Port}; empty for the others
 * @param journal what the journal says; for an outcome {@code ACCEPTED} or {@code REFUSED}
 * @param trail what CloudTrail says; for an outcome AWS's error code, empty where AWS accepted it
 */
public record TrailDifference(What what, String name, String journal, String trail) {
    /** What differs. */
    public enum What {
        /** Another operation was called. */
        NAME,
        /** Somebody else called it. */
        CALLER,
        /** It was accepted where the journal says refused, or the other way round. */
        OUTCOME,
        /** It was sent with another value. */
        PARAMETER
    }
}
