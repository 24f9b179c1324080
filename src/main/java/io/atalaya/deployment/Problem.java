package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not give what it should. A value, not an exception: it is shown where the data would be. Sentences are made
 * from the {@link Kind} in the user's language; what AWS said stays verbatim.
 *
 * @param call the call as IAM names it, {@code rds:DescribeDBInstances}; or the file or step that failed
 * @param code AWS's error code, or the exception's simple name
 * @param message what AWS (or the system) said, verbatim and free of secrets
 * @param requestId AWS's request id; null when no answer arrived
 * @param missingAction the IAM action a denial names; null otherwise
 * @param at when it happened
 */
public record Problem(
        Kind kind,
        String call,
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String missingAction,
        Instant at) {

    /** What sort of trouble, which decides what is shown and whether asking again can help. */
    public enum Kind {
        DENIED(false),
        THROTTLED(true),
        /** The endpoint does not implement the operation: not AWS, or an old copy of it. */
        NOT_OFFERED(false),
        EXPIRED(false),
        NO_CREDENTIALS(false),
        INVALID_CREDENTIALS(false),
        CLOCK_SKEW(false),
        NO_NETWORK(true),
        TIMEOUT(true),
        /** AWS failed: 5xx. */
        SERVICE(true),
        /** The answer could not be read. */
        MALFORMED(true),
        NOT_FOUND(false),
        INVALID_REQUEST(false),
        /** The write gate of this console refused to send it. */
        VETOED(false),
        CANCELLED(true),
        /** A configuration file is wrong: the message has file and line. */
        CONFIGURATION(false),
        /** This source waits for another one that has no answer. */
        BLOCKED(true),
        /** A fault of this program. */
        FAULT(true);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        /** Whether the same call may succeed later without anybody doing anything. */
        public boolean retryable() {
            return retryable;
        }
    }
}
