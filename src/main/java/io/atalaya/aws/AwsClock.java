package io.atalaya.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What time it is at AWS: this computer's clock, put right where AWS's answers show that it is wrong by seconds. What asks AWS for
 * spans of time up to now needs it: by a clock that is ahead, what has not happened yet would be called read. AWS itself refuses
 * requests only beyond some minutes.
 */
public final class AwsClock implements InstantSource {
    /** Smaller differences say more about the way than about the clock: the Date header has whole seconds. */
    static final Duration CLEARLY = Duration.ofSeconds(3);

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

    private final InstantSource here;
    private final Supplier<@Nullable Duration> difference;
    private @Nullable Instant lookedAt;
    private Duration held = Duration.ZERO;

    /** @param difference AWS's clock minus this one's, as last known; null where it is not */
    public AwsClock(InstantSource here, Supplier<@Nullable Duration> difference) {
        this.here = here;
        this.difference = difference;
    }

    @Override
    public synchronized Instant instant() {
        var now = here.instant();
        if (lookedAt == null || Duration.between(lookedAt, now).abs().compareTo(LOOKED_AT_EVERY) >= 0) {
            lookedAt = now;
            var measured = difference.get();
            if (measured != null && measured.minus(held).abs().compareTo(CLEARLY) > 0) {
                held = measured.abs().compareTo(CLEARLY) > 0 ? measured : Duration.ZERO;
            }
        }
        return now.plus(held);
    }
}
