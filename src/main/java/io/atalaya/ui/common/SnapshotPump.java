package io.atalaya.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Brings the newest of a stream of snapshots to the screen. However many arrive between two turns of the JavaFX thread, one
 * task waits there and only the newest is shown; the others were never seen by anybody. Once it is {@linkplain #pace paced},
 * a snapshot with news is shown at once, and one that only confirms what is shown with the next tick: ages change then anyway,
 * and most of what an idle console would draw confirms.
 */
public final class SnapshotPump<T> implements Consumer<T>, AutoCloseable {
    private final Executor screen;
    private final BiPredicate<? super T, ? super T> saysSame;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final AtomicBoolean coming = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<T> shown;
    private final InvalidationListener onTick = this::ticked;
    private volatile T latest;
    private volatile boolean paced;
    private volatile boolean closed;

    /** @param screen {@link FxThread}; in tests one that runs at once or when told */
    public SnapshotPump(T first, Executor screen) {
        this(first, screen, (newer, older) -> false);
    }

    /** @param saysSame whether the first of two snapshots only confirms the second; must be quick */
    public SnapshotPump(T first, Executor screen, BiPredicate<? super T, ? super T> saysSame) {
        this.shown = new ReadOnlyObjectWrapper<>(first);
        this.latest = first;
        this.screen = screen;
        this.saysSame = saysSame;
    }

    /** From any thread, one after the other. Dropped once the pump is closed: the connection it came from is gone. */
    @Override
    public void accept(T snapshot) {
        if (closed) {
            return;
        }
        var confirms = paced && saysSame.test(snapshot, latest);
        latest = snapshot;
        waiting.set(snapshot);
        if (!confirms && coming.compareAndSet(false, true)) {
            screen.execute(() -> {
                coming.set(false);
                show();
            });
        }
    }

    /**
     * From now on what only confirms waits for the next tick; before, everything is shown at once. On the screen's thread, and
     * before anything that is shown follows the clock: what comes first hears of a tick first, and draws once.
     *
     * @param clock that ticks as long as anything is on screen; it does not keep this pump alive
     */
    public void pace(ObservableValue<?> clock) {
        if (!paced) {
            clock.addListener(new WeakInvalidationListener(onTick));
            paced = true;
        }
    }

    private void ticked(Observable clock) {
        ((ObservableValue<?>) clock).getValue(); // or it would not tell of the next tick
        show();
    }

    private void show() {
        var newest = waiting.getAndSet(null);
        if (newest != null && !closed) {
            shown.set(newest);
        }
    }

    /** What is on screen; changes on the screen's thread only. */
    public ReadOnlyObjectProperty<T> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Nothing is shown after this. */
    @Override
    public void close() {
        closed = true;
        waiting.set(null);
    }
}
