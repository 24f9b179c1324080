package io.atalaya.connect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a profile's credentials without asking anybody.
 *
 * @param until when they end or ended, where a file or this process knows it; null otherwise
 */
public record CredentialHint(State state, @Nullable Instant until) {
    /** What stands between the profile and a connection. */
    public enum State {
        /** Everything is there; whether AWS accepts it is known after the first call. */
        READY,
        /** Signed in until {@link CredentialHint#until}. */
        VALID,
        /** Ended at {@link CredentialHint#until}: sign in again. */
        EXPIRED,
        NEEDS_CODE,
        NEEDS_BROWSER,
        /** The files lack something: see {@link Profile#problem}. */
        INCOMPLETE
    }

    public static CredentialHint of(State state) {
        return new CredentialHint(state, null);
    }
}
