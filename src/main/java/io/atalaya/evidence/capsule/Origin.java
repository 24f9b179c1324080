package io.atalaya.evidence.capsule;

import org.jspecify.annotations.Nullable;

/**
 * Of what a capsule tells, and who asked.
 *
 * @param kind what answered
 * @param endpoint of another server than AWS; null at AWS
 * @param deployment as the screen names it
 * @param account twelve digits; empty where it is not known
 * @param alias of the account; null where there is none
 * @param caller the ARN; empty where it is not known
 * @param region AWS's name of it
 */
public record Origin(
        Kind kind,
        @Nullable String endpoint,
        String deployment,
        String account,
        @Nullable String alias,
        String caller,
        String region) {
    /** What answered. */
    public enum Kind {
        AWS,
        /** The local AWS of this program. */
        SANDBOX,
        /** Another server that speaks as AWS does. */
        ENDPOINT
    }
}
