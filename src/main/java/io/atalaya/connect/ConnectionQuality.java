package io.atalaya.connect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How good the line is, from the calls that were made anyway.
 *
 * @param host the endpoint of the last answer; null before the first
 * @param latency the median of the recent attempts that were answered; null before the first
 * @param attempts sent in the period that is looked at
 * @param lost of these, not answered at all
 * @param clockDifference AWS's clock minus this one's, from the Date header (which has whole seconds); null before the first
 * @param lastAnswer when; null before the first
 */
public record ConnectionQuality(
        @Nullable String host,
        @Nullable Duration latency,
        int attempts,
        int lost,
        @Nullable Duration clockDifference,
        @Nullable Instant lastAnswer) {
    /** Nothing was asked yet. */
    public static final ConnectionQuality NONE = new ConnectionQuality(null, null, 0, 0, null, null);
}
