package io.atalaya.connect;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was made before. Holds no secret.
 *
 * @param profile as {@link Session#name}
 * @param endpointUrl null for AWS
 * @param sandbox whether {@code profile} is a deployment of the sandbox
 * @param account as sts said; null where it did not
 * @param alias null where there is none
 */
public record RecentConnection(
        String profile,
        String region,
        @Nullable URI endpointUrl,
        boolean sandbox,
        @Nullable String account,
        @Nullable String alias,
        Instant lastUsed) {
    public static RecentConnection of(Session session, Instant now) {
        var caller = session.caller();
        return new RecentConnection(
                session.name(),
                session.region(),
                session.isSandbox() ? null : withoutUser(session.endpoint()), // its port is another one every time
                session.isSandbox(),
                caller.map(each -> each.account()).orElse(null),
                caller.map(each -> each.alias()).orElse(null),
                now);
    }

    /** The request that makes this connection again. */
    public ConnectRequest again() {
        if (sandbox) {
            return ConnectRequest.sandbox(profile).in(region);
        }
        var request = profile.equals(Profile.ENVIRONMENT) ? ConnectRequest.unnamed() : ConnectRequest.profile(profile);
        return request.in(region).at(endpointUrl);
    }

    /** Whether both are the same connection, whenever they were used. */
    public boolean sameConnection(RecentConnection other) {
        return again().equals(other.again());
    }

    /** {@code http://user:password@host} is an address with a secret in it. */
    private static @Nullable URI withoutUser(@Nullable URI endpoint) {
        return endpoint == null || endpoint.getRawUserInfo() == null
                ? endpoint
                : URI.create(endpoint.toString().replace(endpoint.getRawUserInfo() + "@", ""));
    }
}
