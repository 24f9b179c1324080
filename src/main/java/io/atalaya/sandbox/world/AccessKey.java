package io.atalaya.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials this sandbox gave out, and whom they stand for. Nothing here is a secret of anybody: it opens a simulation.
 *
 * @param sessionToken present exactly for temporary credentials
 * @param callerArn what {@code GetCallerIdentity} answers
 * @param userId AWS's unique id, {@code AROA...:session} for an assumed role
 * @param expiration when they stop working; null for a user's long-lived key
 */
public record AccessKey(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        String accountId,
        String callerArn,
        String userId,
        @Nullable Instant expiration) {
    /** Whether they have stopped working at that moment. */
    public boolean expiredAt(Instant moment) {
        return expiration != null && !moment.isBefore(expiration);
    }

    /** Never the secret: this may reach a log. */
    @Override
    public String toString() {
        return "AccessKey[" + accessKeyId + ", " + callerArn + ", expires " + expiration + ']';
    }
}
