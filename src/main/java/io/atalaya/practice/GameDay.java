package io.atalaya.practice;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.overview.AttentionList;
import io.atalaya.deployment.overview.Situation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The game day of one connection: starts and ends exercises, and takes down what the console says meanwhile, whether or not
 * anybody looks at it. {@link #observe} may be called from any thread; the others wait for the simulation.
 */
public final class GameDay {
    /** How long after the healing the console is still listened to. */
    private static final Duration AFTERMATH = Duration.ofMinutes(5);

    private final Practice practice;
    private final Supplier<List<Noted>> noted;
    private final InstantSource clock;
    private final Executor background;
    private final Witness witness = new Witness();
    private final AtomicReference<@Nullable Deployment> newest = new AtomicReference<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param noted what changed while this console looked
     * @param background where findings are computed
     */
    public GameDay(Practice practice, Supplier<List<Noted>> noted, InstantSource clock, Executor background) {
        this.practice = practice;
        this.noted = noted;
        this.clock = clock;
        this.background = background;
    }

    /** Starts an exercise; what is shown now was there before it. */
    public Outcome start(String exercise) {
        var shown = newest.get();
        var outcome = practice.start(exercise);
        if (outcome instanceof Outcome.Started) {
            var now = clock.instant();
            witness.begin(shown == null ? List.of() : AttentionList.of(Situation.of(shown, now)), now);
            listening.set(true);
        }
        return outcome;
    }

    public void stop() {
        practice.stop();
    }

    /** How everything stands. */
    public Board board() {
        var run = practice.run().orElse(null);
        var now = clock.instant();
        if (run != null && run.healedAt() != null && now.isAfter(run.healedAt().plus(AFTERMATH))) {
            listening.set(false);
        }
        var report = run == null || run.stoppedAt() == null ? null : Report.of(run, witness.said(), noted.get(), now);
        return new Board(practice.exercises(), run, report);
    }

    /** The console shows a newer snapshot. Returns at once; of many that come quickly the newest is looked at. */
    public void observe(Deployment snapshot) {
        newest.set(snapshot);
        if (listening.get() && !busy.getAndSet(true)) {
            try {
                background.execute(this::look);
            } catch (RejectedExecutionException closing) {
                listening.set(false);
                busy.set(false);
            }
        }
    }

    private void look() {
        @Nullable Deployment seen;
        do {
            seen = newest.get();
            if (seen != null) {
                var now = clock.instant();
                witness.look(AttentionList.of(Situation.of(seen, now)), now);
            }
        } while (seen != newest.get());
        busy.set(false);
    }
}
