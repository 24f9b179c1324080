package io.atalaya.aws.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Credentials as they came.
 *
 * @param expiresAt null when they do not end, or nobody said when
 */
record Fetched(
        AwsCredentials credentials,
        Instant fetchedAt,
        @Nullable Instant expiresAt) {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Whether they need no renewal yet: five minutes before their end, or the last third of a shorter life. */
    boolean isFresh(Instant now) {
        if (expiresAt == null) {
            return true;
        }
        var third = Duration.between(fetchedAt, expiresAt).dividedBy(3);
        return now.isBefore(expiresAt.minus(third.compareTo(MARGIN) < 0 ? third : MARGIN));
    }

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
