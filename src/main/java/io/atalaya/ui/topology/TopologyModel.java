package io.atalaya.ui.topology;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.topology.Edge;
import io.atalaya.deployment.topology.Placement;
import io.atalaya.deployment.topology.ViewOptions;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * State of the topology view. Graph and layout are made on the background executor, one at a time and always from the newest
 * input; the result arrives on the screen's.
 */
public final class TopologyModel {
    /** From this many instances on, healthy ones are collapsed until somebody says otherwise. */
    static final int MANY = 60;

    private final Executor background;
    private final Executor screen;
    private final Supplier<Instant> clock;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty problemsOnly = new SimpleBooleanProperty(this, "problemsOnly");
    private final BooleanProperty collapseHealthy = new SimpleBooleanProperty(this, "collapseHealthy");
    private final ObjectProperty<@Nullable ResourceRef> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyObjectWrapper<@Nullable Instant> movedAt = new ReadOnlyObjectWrapper<>(this, "movedAt");
    private final Set<String> expanded = new HashSet<>();
    private @Nullable Deployment deployment;
    private boolean collapseChosen;
    private boolean busy;
    private boolean waiting;

    /**
     * @param background where graph and layout are made
     * @param screen where properties change
     * @param clock the console's time, for when something moved last
     */
    public TopologyModel(Executor background, Executor screen, Supplier<Instant> clock) {
        this.background = background;
        this.screen = screen;
        this.clock = clock;
        filter.addListener(it -> rebuild());
        problemsOnly.addListener(it -> rebuild());
        selected.addListener(it -> rebuildIfHidden());
    }

    /** The newest snapshot. */
    public void show(Deployment newest) {
        var before = deployment;
        if (newest.equals(before)) {
            return;
        }
        deployment = newest;
        if (before != null && newest.saysSame(before, Picture.SHOWN)) {
            return; // the same picture, younger
        }
        if (!collapseChosen && newest.items(Parts.INSTANCES).size() > MANY) {
            collapseHealthy.set(true);
        }
        rebuild();
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public BooleanProperty problemsOnlyProperty() {
        return problemsOnly;
    }

    public BooleanProperty collapseHealthyProperty() {
        return collapseHealthy;
    }

    /** A person's choice, which stays whatever the size of the deployment. */
    public void collapseHealthy(boolean wanted) {
        collapseChosen = true;
        collapseHealthy.set(wanted);
        expanded.removeIf(key -> key.startsWith("cluster:"));
        rebuild();
    }

    public ObjectProperty<@Nullable ResourceRef> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** When cards were arranged anew last, by {@link Placement#arrangement}; null before the first picture. */
    public ReadOnlyObjectProperty<@Nullable Instant> movedAtProperty() {
        return movedAt.getReadOnlyProperty();
    }

    /** Opens or closes a pile, or the hidden rows of a card. */
    public void toggle(String key) {
        if (!expanded.remove(key)) {
            expanded.add(key);
        }
        rebuild();
    }

    /** The way to what is selected. */
    Set<Edge> path() {
        var now = picture.get();
        var ref = selected.get();
        if (now == null || ref == null) {
            return Set.of();
        }
        return now.topology().pathTo(ref);
    }

    private void rebuildIfHidden() {
        var now = picture.get();
        var ref = selected.get();
        if (now == null || ref == null) {
            return;
        }
        var hidden = now.topology()
                .nodeOf(ref)
                .filter(node -> now.placement()
                        .card(node.key())
                        .filter(card -> card.key().equals(node.key()))
                        .isEmpty())
                .isPresent();
        if (hidden) {
            rebuild();
        }
    }

    private void rebuild() {
        var newest = deployment;
        if (newest == null) {
            return;
        }
        if (busy) {
            waiting = true;
            return;
        }
        busy = true;
        var options = new ViewOptions(collapseHealthy.get(), problemsOnly.get(), expanded, pinned());
        var words = filter.get();
        var before = picture.get();
        // Another choice of what to see is a new arrangement; the same choice keeps every card in its place.
        var from = before != null && sameChoice(before.options(), options) ? before.placement() : null;
        background.execute(() -> make(newest, options, words, from));
    }

    private static boolean sameChoice(ViewOptions one, ViewOptions other) {
        return one.collapseHealthy() == other.collapseHealthy()
                && one.problemsOnly() == other.problemsOnly()
                && one.expanded().equals(other.expanded());
    }

    private Set<String> pinned() {
        var ref = selected.get();
        var now = picture.get();
        return ref == null || now == null
                ? Set.of()
                : now.topology().nodeOf(ref).map(node -> Set.of(node.key())).orElse(Set.of());
    }

    private void make(Deployment newest, ViewOptions options, String words, @Nullable Placement previous) {
        try {
            var made = Picture.of(newest, options, words, previous);
            screen.execute(() -> arrived(made));
        } catch (RuntimeException fault) {
            screen.execute(() -> {
                busy = false;
                throw fault; // to the one handler of program faults, on the thread where it is shown
            });
        }
    }

    private void arrived(Picture made) {
        busy = false;
        var before = picture.get();
        var moved = before == null
                || before.placement().arrangement() != made.placement().arrangement()
                || !sameChoice(before.options(), made.options());
        if (moved) {
            movedAt.set(clock.get());
        }
        picture.set(made);
        if (waiting) {
            waiting = false;
            rebuild();
        }
    }

    /** Whether the newest snapshot is not in the picture yet. */
    boolean isBehind() {
        return busy;
    }

    /** Whether a card is one of those the filter leaves in the light. */
    static boolean lit(Picture picture, String key) {
        var matches = picture.matches();
        return matches == null || matches.contains(key);
    }
}
