package io.atalaya.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a view shows away from the screen's thread: one at a time, at most one a second, and always from the newest
 * input. Between the two nothing is drawn that was not made as a whole. Called on the screen's thread only.
 */
public final class Preparation<I, O> {
    private final Executor background;
    private final Executor screen;
    private final Function<I, O> make;
    private final Consumer<O> show;
    private final Predicate<I> quick;
    private @Nullable I waiting;
    private boolean busy;
    /** Whether something was made since the last tick: the pages of a long list come faster than anybody reads. */
    private boolean made;

    /**
     * @param background where things are made; it may refuse when its connection has been closed
     * @param screen the JavaFX thread
     * @param make must not touch what the screen's thread changes
     * @param show on the screen's thread
     * @param quick of which inputs it is made at once, because that takes less than a frame
     */
    public Preparation(
            Executor background, Executor screen, Function<I, O> make, Consumer<O> show, Predicate<I> quick) {
        this.background = background;
        this.screen = screen;
        this.make = make;
        this.show = show;
        this.quick = quick;
    }

    /** Has it made from this input, unless a newer one comes before its turn. */
    public void want(I newest) {
        if (busy) {
            waiting = newest;
            return;
        }
        if (quick.test(newest)) {
            waiting = null;
            show.accept(make.apply(newest));
            return;
        }
        if (made) {
            waiting = newest;
            return;
        }
        busy = true;
        made = true;
        try {
            background.execute(() -> make(newest));
        } catch (RejectedExecutionException closed) {
            busy = false; // nobody looks any more
        }
    }

    /** A second has passed. */
    public void tick() {
        made = false;
        if (!busy) {
            wantWaiting();
        }
    }

    private void make(I input) {
        try {
            var made = make.apply(input);
            screen.execute(() -> {
                try {
                    show.accept(made);
                } finally {
                    finished();
                }
            });
        } catch (RuntimeException fault) {
            screen.execute(() -> {
                finished();
                throw fault; // to the one handler of program faults, on the thread where it is shown
            });
        }
    }

    private void finished() {
        busy = false;
        wantWaiting();
    }

    private void wantWaiting() {
        var next = waiting;
        if (next != null) {
            waiting = null;
            want(next);
        }
    }
}
