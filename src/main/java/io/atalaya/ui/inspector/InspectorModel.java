package io.atalaya.ui.inspector;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which resource is inspected, what is known of it, and the way back. Reports are made on the background executor; one that
 * arrives after somebody went on is dropped.
 */
public final class InspectorModel {
    private static final int LONGEST_WAY = 50;

    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<@Nullable ResourceRef> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final Deque<ResourceRef> way = new ArrayDeque<>();
    private @Nullable Deployment deployment;
    private long newest;

    /**
     * @param background where reports are made
     * @param screen where properties change
     */
    public InspectorModel(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** What is inspected; null when the inspector is closed. */
    public ReadOnlyObjectProperty<@Nullable ResourceRef> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /** A new snapshot: what is shown is read again from it. */
    public void deployment(Deployment now) {
        if (!now.equals(deployment)) {
            deployment = now;
            make();
        }
    }

    /** Inspects a resource and remembers the one before. */
    public void show(ResourceRef ref) {
        var before = shown.get();
        if (ref.equals(before)) {
            return;
        }
        if (before != null) {
            way.push(before);
            if (way.size() > LONGEST_WAY) {
                way.removeLast();
            }
        }
        go(ref);
    }

    /** To the one before; does nothing where there is none. */
    public void back() {
        var before = way.poll();
        if (before != null) {
            go(before);
        }
    }

    public void close() {
        way.clear();
        canGoBack.set(false);
        newest++;
        shown.set(null);
        report.set(null);
    }

    private void go(ResourceRef ref) {
        canGoBack.set(!way.isEmpty());
        shown.set(ref);
        make();
    }

    private void make() {
        var ref = shown.get();
        var from = deployment;
        if (ref == null || from == null) {
            return;
        }
        var number = ++newest;
        background.execute(() -> {
            try {
                var made = Report.of(ref, from);
                screen.execute(() -> arrived(number, made));
            } catch (RuntimeException fault) {
                screen.execute(() -> {
                    throw fault; // to the one handler of program faults
                });
            }
        });
    }

    private void arrived(long number, Report made) {
        if (number == newest) {
            report.set(made);
        }
    }
}
