package io.atalaya.sandbox.world;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A role that may be assumed.
 *
 * @param needsMfa whether its trust policy asks for a code
 * @param externalId what its trust policy asks for, null for nothing
 * @param longestSession MaxSessionDuration
 */
public record Role(
        String accountId,
        String name,
        boolean needsMfa,
        @Nullable String externalId,
        Duration longestSession) {}
