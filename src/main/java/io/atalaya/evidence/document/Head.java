package io.atalaya.evidence.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of what the document is, who asked, and when.
 *
 * @param deployment what the person calls it: a profile or a sandbox
 * @param origin who answered
 * @param endpoint its address where it was not AWS; null otherwise
 * @param account 12 digits
 * @param alias of the account; null for none
 * @param caller ARN
 * @param madeAt by this machine's clock
 * @param program its version
 */
public record Head(
        String deployment,
        Origin origin,
        @Nullable String endpoint,
        String account,
        @Nullable String alias,
        String caller,
        String region,
        Instant madeAt,
        String program) {
    /** Who answered. */
    public enum Origin {
        AWS,
        SANDBOX,
        ENDPOINT
    }
}
