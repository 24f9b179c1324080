package io.atalaya.ui.common;

import io.atalaya.watch.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The one clock on screen: every age follows it, so that all of them change in the same pulse. It ticks each second; while
 * nobody has touched the program for a minute, every {@link #UNATTENDED}: drawing thirty ages anew is most of what an idle
 * console costs. A JavaFX animation would cost sixty pulses for each of its ticks.
 */
public final class NowTick implements AutoCloseable {
    /** Between ticks while somebody is there. */
    static final Duration ATTENDED = Duration.ofSeconds(1);

    /** Between ticks while nobody is. */
    static final Duration UNATTENDED = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private @Nullable Presence presence;
    private Scheduler.@Nullable Timer next;
    private Instant told;

    /** Stands still until it is started. */
    public NowTick(InstantSource clock) {
        this.clock = clock;
        this.told = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.now = new ReadOnlyObjectWrapper<>(told);
    }

    /**
     * Starts ticking, on the JavaFX thread.
     *
     * @param screen the way there from any thread
     */
    public void start(Scheduler scheduler, Executor screen) {
        presence = new Presence(clock);
        arm(scheduler, screen);
    }

    private void arm(Scheduler scheduler, Executor screen) {
        next = scheduler.after(
                ATTENDED,
                () -> screen.execute(() -> {
                    var attending = presence;
                    if (attending == null) {
                        return; // closed meanwhile
                    }
                    arm(scheduler, screen);
                    if (attending.somebody()
                            || Duration.between(told, clock.instant())
                                            .compareTo(UNATTENDED.minus(ATTENDED.dividedBy(2)))
                                    >= 0) {
                        tick();
                    }
                }));
    }

    /** Reads the clock now: for pictures and tests, and when somebody comes back. */
    public void tick() {
        told = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        now.set(told);
    }

    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        if (next != null) {
            next.cancel();
        }
        if (presence != null) {
            presence.close();
            presence = null;
        }
    }
}
