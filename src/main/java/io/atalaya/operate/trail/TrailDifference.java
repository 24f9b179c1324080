package io.atalaya.operate.trail;

/**
 * Something that journal and CloudTrail say differently.
 *
 * @param what kind of thing
 * @param name of the parameter, {@code Targets[0].Port}, or of the journal's member, {@code cli}; empty for the others
 * @param journal what the journal says; for an outcome {@code ACCEPTED} or {@code REFUSED}
 * @param trail what CloudTrail says; for an outcome AWS's error code, empty where AWS accepted it; for a line what its act and
 *     arguments make
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
        PARAMETER,
        /** What the journal shows of it is not what its own act and arguments make; CloudTrail has no part in that. */
        LINE,
        /** The journal says that nothing was sent. */
        SENT,
        /** AWS's clock was further from this computer's than can be. */
        TIME
    }
}
