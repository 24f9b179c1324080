package io.atalaya.sandbox.world.sim;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The intervals of time during which something was so ("target 1d does not answer"). Metrics and logs of the past are
 * computed from them, and that is what makes them agree with each other and with the describe calls.
 */
public final class Spans {
    private final TreeMap<Instant, Boolean> changes = new TreeMap<>();
    private final Predicate<Instant> before;

    /** @param before what was so at moments before the first recorded change */
    public Spans(Predicate<Instant> before) {
        this.before = before;
    }

    public static Spans never() {
        return new Spans(t -> false);
    }

    /** Since that moment it is so, or it is not. */
    public void set(Instant at, boolean so) {
        changes.put(at, so);
    }

    /** Whether it was so at that moment; a change counts from its own moment on. */
    public boolean at(Instant t) {
        Map.Entry<Instant, Boolean> last = changes.floorEntry(t);
        return last == null ? before.test(t) : last.getValue();
    }

    /** The last recorded change at or before the moment. */
    public Optional<Instant> lastChange(Instant t) {
        return Optional.ofNullable(changes.floorKey(t));
    }
}
