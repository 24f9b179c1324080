package io.atalaya.sandbox.server;

import java.util.Optional;

/** The access keys of the simulated accounts: what the server asks before it answers a signed call. */
@FunctionalInterface
public interface AccessKeys {
    /** What is known of an access key. */
    sealed interface Standing {}

    /**
     * The key is good.
     *
     * @param principalArn whose it is, e.g. {@code arn:aws:iam::123456789012:user/marta}
     */
    record Known(String principalArn) implements Standing {}

    /** It was good once: a temporary key past its time. */
    record Expired() implements Standing {}

    /** Never issued, deactivated, or sent with the wrong session token. */
    record Unknown() implements Standing {}

    /**
     * Looks a key up.
     *
     * @param sessionToken what X-Amz-Security-Token said; a temporary key is known only together with its own
     */
    Standing check(String accessKeyId, Optional<String> sessionToken);

    /** Takes every key for the same principal's; for tests of other things than sign-in. */
    static AccessKeys anyone(String principalArn) {
        return (accessKeyId, sessionToken) -> new Known(principalArn);
    }
}
