package io.atalaya.ui.shell;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Navigator;
import io.atalaya.ui.Reach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one is in the console: the view at hand, the way back, which views have windows of their own, how much room there is.
 * Outlives a change of language, which rebuilds everything drawn.
 */
public final class ShellModel implements Navigator {
    /** Below this width, in px at 100 % text scale, the rail shows icons only. */
    static final double NARROW_BELOW = 1280;
    /** Below this width the caller's ARN is shortened to role and name. */
    static final double SHORT_CALLER_BELOW = 1360;
    /** What the tag beside READ-ONLY takes. */
    static final double TAG = 140;
    /** Below this width the bar says only what must never be hidden. */
    static final double TIGHT_BELOW = 1180;

    private static final String CURRENT = "shell.view";
    private static final String DETACHED = "shell.windows";
    private static final String PINNED = "shell.railNarrow";
    private static final int WAY_BACK = 50;

    /**
     * A wish to see a resource.
     *
     * @param number tells two wishes for the same resource apart
     */
    public record Wish(ResourceRef resource, long number) {}

    /**
     * A wish to know who reaches what.
     *
     * @param number tells two wishes to know the same apart
     */
    public record Question(Reach reach, long number) {}

    private final List<String> views;
    private final LayoutMemory memory;
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current");
    private final ReadOnlyObjectWrapper<@Nullable Wish> wish = new ReadOnlyObjectWrapper<>(this, "wish");
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>(this, "question");
    private final Deque<String> back = new ArrayDeque<>();
    private final ObservableSet<String> detached = FXCollections.observableSet();
    private final BooleanProperty pinnedNarrow = new SimpleBooleanProperty(this, "pinnedNarrow");
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room", 1440);
    private final BooleanBinding narrow =
            Bindings.createBooleanBinding(() -> pinnedNarrow.get() || room.get() < NARROW_BELOW, pinnedNarrow, room);
    private long wishes;

    /** @param views ids of the views there are, in the order of the rail; the first is shown when nothing is remembered */
    public ShellModel(List<String> views, LayoutMemory memory) {
        this.views = List.copyOf(views);
        this.memory = memory;
        current.set(memory.get(CURRENT).filter(views::contains).orElse(views.getFirst()));
        pinnedNarrow.set(memory.get(PINNED).map(Boolean::parseBoolean).orElse(false));
        memory.get(DETACHED).ifPresent(ids -> Arrays.stream(ids.split(",", -1))
                .filter(views::contains)
                .forEach(detached::add));
    }

    @Override
    public void show(String viewId) {
        if (!views.contains(viewId) || viewId.equals(current.get())) {
            return;
        }
        back.push(current.get());
        while (back.size() > WAY_BACK) {
            back.removeLast();
        }
        go(viewId);
    }

    /** The view at this place of the rail, counted from 0; nothing happens when there is none. */
    public void showAt(int index) {
        if (index >= 0 && index < views.size()) {
            show(views.get(index));
        }
    }

    /** The view that was at hand before; false when there is none. */
    public boolean goBack() {
        if (back.isEmpty()) {
            return false;
        }
        go(back.pop());
        return true;
    }

    private void go(String viewId) {
        current.set(viewId);
        memory.put(CURRENT, viewId);
    }

    @Override
    public void reveal(ResourceRef resource) {
        wish.set(new Wish(resource, ++wishes));
    }

    @Override
    public void ask(Reach reach) {
        question.set(new Question(reach, ++wishes));
    }

    /** What somebody wants to know; stays until the next question. */
    public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What somebody wants to see; stays until the next wish. */
    public ReadOnlyObjectProperty<@Nullable Wish> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    /** The id of the view at hand. */
    public ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    public String current() {
        return current.get();
    }

    public List<String> views() {
        return views;
    }

    /** A window of its own for a view, or no longer. */
    public void setDetached(String viewId, boolean own) {
        if (own ? detached.add(viewId) : detached.remove(viewId)) {
            memory.put(DETACHED, String.join(",", new ArrayList<>(detached)));
        }
    }

    /** The views that have windows of their own. */
    public Set<String> detached() {
        return Set.copyOf(detached);
    }

    public void togglePinnedNarrow() {
        pinnedNarrow.set(!pinnedNarrow.get());
        memory.put(PINNED, Boolean.toString(pinnedNarrow.get()));
    }

    /** Width of the window in px divided by the text scale: how much fits. */
    public DoubleProperty roomProperty() {
        return room;
    }

    /** Whether the rail shows icons only. */
    public BooleanBinding narrowBinding() {
        return narrow;
    }

    /** @param tagged whether another tag takes room: the one that says that this is not AWS */
    public boolean shortCaller(boolean tagged) {
        return room.get() < SHORT_CALLER_BELOW + (tagged ? TAG : 0);
    }

    public boolean tight() {
        return room.get() < TIGHT_BELOW;
    }
}
