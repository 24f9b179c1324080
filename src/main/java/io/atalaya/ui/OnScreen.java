package io.atalaya.ui;

import io.atalaya.deployment.Part;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What a view does only while somebody can see it: its parts are asked for, it hears of what is newer and of the tick. Between
 * {@link #end} and the next {@link #begin} it costs nothing.
 */
public final class OnScreen {
    private final ViewContext context;
    private final Set<Part<?>> parts;
    private final ObservableValue<?> source;
    private final InvalidationListener onNewer;
    private final InvalidationListener onTick;
    private @Nullable AutoCloseable watching;

    /**
     * @param parts what the view is made of
     * @param source what it hears of: the newest snapshot, or what a model made of it
     */
    public OnScreen(
            ViewContext context,
            Collection<? extends Part<?>> parts,
            ObservableValue<?> source,
            Runnable onNewer,
            Runnable onTick) {
        this.context = context;
        this.parts = new HashSet<>(parts);
        this.source = source;
        this.onNewer = it -> onNewer.run();
        this.onTick = it -> onTick.run();
    }

    /** From now on; nothing happens when it has begun already. */
    public void begin() {
        if (watching == null) {
            watching = context.asker().watch(Set.copyOf(parts));
            source.addListener(onNewer);
            context.now().addListener(onTick);
        }
    }

    /**
     * No more.
     *
     * @throws IllegalStateException when the watch cannot be closed, which is a fault of this program
     */
    public void end() {
        var handle = watching;
        if (handle == null) {
            return;
        }
        watching = null;
        source.removeListener(onNewer);
        context.now().removeListener(onTick);
        try {
            handle.close();
        } catch (Exception e) {
            throw new IllegalStateException("a watch could not be ended", e);
        }
    }
}
