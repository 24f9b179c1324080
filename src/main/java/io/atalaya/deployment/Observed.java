package io.atalaya.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that never hides its age: what AWS last said, when it was asked, how often its source can say something new, and
 * what went wrong if the last attempt failed. A failed attempt keeps the value.
 *
 * @param value what was last read; null when never
 * @param askedAt when the request that brought {@code value} was sent; null when never
 * @param cadence how often the source is asked
 * @param problem of the last attempt; null when it succeeded or none was made
 * @param attemptedAt when the last attempt began; null before the first
 */
public record Observed<T>(
        @Nullable T value,
        @Nullable Instant askedAt,
        Duration cadence,
        @Nullable Problem problem,
        @Nullable Instant attemptedAt) {

    /** Nothing asked yet. */
    public static <T> Observed<T> never(Duration cadence) {
        return new Observed<>(null, null, cadence, null, null);
    }

    public static <T> Observed<T> of(T value, Instant askedAt, Duration cadence) {
        return new Observed<>(value, askedAt, cadence, null, askedAt);
    }

    /** The same value, with the problem of a later attempt. */
    public Observed<T> failed(Problem why, Instant attemptedAt) {
        return new Observed<>(value, askedAt, cadence, why, attemptedAt);
    }

    /** The value's age at {@code now}; empty when never read, never negative. */
    public Optional<Duration> age(Instant now) {
        if (askedAt == null) {
            return Optional.empty();
        }
        var age = Duration.between(askedAt, now);
        return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }

    /** By the age against the cadence, with a tenth of a cadence (at least 2 s) of grace for jitter and the answer's way. */
    public Freshness freshness(Instant now) {
        if (askedAt == null) {
            return Freshness.NEVER_READ;
        }
        var age = Duration.between(askedAt, now);
        var grace = cadence.dividedBy(10).compareTo(Duration.ofSeconds(2)) > 0
                ? cadence.dividedBy(10)
                : Duration.ofSeconds(2);
        if (age.compareTo(cadence.plus(grace)) <= 0) {
            return Freshness.CURRENT;
        }
        return age.compareTo(cadence.multipliedBy(2).plus(grace)) <= 0 ? Freshness.LATE : Freshness.LAST_KNOWN;
    }
}
