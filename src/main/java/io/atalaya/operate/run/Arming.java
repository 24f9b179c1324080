package io.atalaya.operate.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
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
    private volatile State state = new State(0, null);

    /**
     * What a person decided last.
     *
     * @param turn another one after each disarming, and after each time that ended by itself
     * @param end null while read-only
     */
    private record State(long turn, @Nullable Instant end) {}

    public Arming(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * From now on for that long; what was left of an earlier arming is forgotten. While armed this extends the same turn: an
     * act that was confirmed goes on. After a disarming it is another turn: what was called off stays called off.
     *
     * @throws IllegalArgumentException unless longer than nothing and no longer than {@link #LONGEST}
     */
    public synchronized void arm(Duration time) {
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a deployment is armed for at most " + LONGEST + ", not " + time);
        }
        var turn = armed() ? state.turn() : state.turn() + 1;
        state = new State(turn, clock.instant().plus(time));
    }

    /** Read-only again; what was confirmed and has not left does not leave any more. */
    public synchronized void disarm() {
        state = new State(state.turn() + 1, null);
    }

    /** Which arming it is: the same while it is only extended. Empty when not armed. */
    OptionalLong turn() {
        var now = state;
        return armed(now) ? OptionalLong.of(now.turn()) : OptionalLong.empty();
    }

    /** When it ends by itself; empty when it is not armed. */
    public Optional<Instant> until() {
        var now = state;
        return armed(now) ? Optional.ofNullable(now.end()) : Optional.empty();
    }

    private boolean armed(State now) {
        return now.end() != null && clock.instant().isBefore(now.end());
    }

    public boolean armed() {
        return armed(state);
    }
}
