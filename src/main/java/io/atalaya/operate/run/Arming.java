package io.atalaya.operate.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether one deployment may be acted on. Nobody may until a person arms it, for a time that ends by itself. May be asked on
 * any thread.
 */
public final class Arming {
    /** For how long, unless the person chooses otherwise. */
    public static final Duration USUAL = Duration.ofMinutes(15);

    /** Longer is no decision any more. */
    public static final Duration LONGEST = Duration.ofHours(8);

    private final InstantSource clock;
    private volatile @Nullable Instant end;

    public Arming(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * From now on for that long; what was left of an earlier arming is forgotten.
     *
     * @throws IllegalArgumentException unless longer than nothing and no longer than {@link #LONGEST}
     */
    public void arm(Duration time) {
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a deployment is armed for at most " + LONGEST + ", not " + time);
        }
        end = clock.instant().plus(time);
    }

    /** Read-only again. */
    public void disarm() {
        end = null;
    }

    /** When it ends by itself; empty when it is not armed. */
    public Optional<Instant> until() {
        var at = end;
        return at == null || !clock.instant().isBefore(at) ? Optional.empty() : Optional.of(at);
    }

    public boolean armed() {
        return until().isPresent();
    }
}
