package io.atalaya.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a session's credentials last.
 *
 * @param expiresAt null where they do not end or nobody can know
 */
public record CredentialState(@Nullable Instant expiresAt, Renewal renewal) {
    /** What is left at {@code now}; zero when over; empty where they do not end. */
    public Optional<Duration> left(Instant now) {
        if (expiresAt == null) {
            return Optional.empty();
        }
        var left = Duration.between(now, expiresAt);
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }
}
