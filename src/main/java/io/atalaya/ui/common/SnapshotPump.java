package io.atalaya.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Brings the newest of a stream of snapshots to the screen. However many arrive between two turns of the JavaFX thread, one
 * task waits there and only the newest is shown; the others were never seen by anybody.
 */
public final class SnapshotPump<T> implements Consumer<T>, AutoCloseable {
    private final Executor screen;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<T> shown;
    private volatile boolean closed;

    /** @param screen {@link FxThread}; in tests one that runs at once or when told */
    public SnapshotPump(T first, Executor screen) {
        this.shown = new ReadOnlyObjectWrapper<>(first);
        this.screen = screen;
    }

    /** From any thread. Dropped once the pump is closed: the connection it came from is gone. */
    @Override
    public void accept(T snapshot) {
        if (!closed && waiting.getAndSet(snapshot) == null) {
            screen.execute(this::drain);
        }
    }

    private void drain() {
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
