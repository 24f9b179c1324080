package io.atalaya.sandbox;

import io.atalaya.sandbox.server.AccessKeys;
import io.atalaya.sandbox.world.AccessKey;
import io.atalaya.sandbox.world.Identity;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** What the server may know of the keys the world gave out. */
final class WorldKeys implements AccessKeys {
    private final Identity identity;
    private final InstantSource clock;

    WorldKeys(Identity identity, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Standing check(String accessKeyId, Optional<String> sessionToken) {
        Optional<AccessKey> key =
                identity.find(accessKeyId).filter(k -> Objects.equals(k.sessionToken(), sessionToken.orElse(null)));
        if (key.isEmpty()) {
            return new Unknown();
        }
        return key.get().expiredAt(clock.instant())
                ? new Expired()
                : new Known(key.get().callerArn());
    }
}
