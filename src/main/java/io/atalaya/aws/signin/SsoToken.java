package io.atalaya.aws.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pass of IAM Identity Center.
 *
 * @param refresh how it is renewed without a browser; null for the older form and for tokens of the AWS CLI, whose refresh
 *     token is the CLI's to use
 */
record SsoToken(
        String accessToken, Instant expiresAt, @Nullable Refresh refresh) {
    /** What a refresh needs. */
    record Refresh(String refreshToken, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Refresh";
        }
    }

    boolean isValid(Instant now) {
        return now.isBefore(expiresAt.minus(Duration.ofMinutes(1)));
    }

    @Override
    public String toString() {
        return "SsoToken[until " + expiresAt + "]";
    }
}
