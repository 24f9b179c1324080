package io.atalaya.connect;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox that runs: where, and the credentials it takes. They open nothing but a server on 127.0.0.1, and are kept out of
 * {@link #toString} all the same.
 *
 * @param name of the deployment
 * @param sessionToken null for a key without one
 * @param expiresAt null for a key that does not end
 */
public record LocalAws(
        String name,
        URI endpoint,
        String region,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken,
        @Nullable Instant expiresAt) {
    @Override
    public String toString() {
        return "LocalAws[" + name + ", " + endpoint + ", " + region + "]";
    }
}
