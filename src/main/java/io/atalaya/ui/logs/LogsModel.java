package io.atalaya.ui.logs;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.Level;
import io.atalaya.logs.TailedGroup;
import io.atalaya.ui.shell.Attention;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The logs that are open in one shell, and the sessions that are kept; shared by all of its windows. On the screen's thread. */
public final class LogsModel {
    private final LogDesk desk;
    private final Executor background;
    private final Executor screen;
    private final ObservableList<OpenLog> open = FXCollections.observableArrayList();
    private final ObservableList<LogDesk.Kept> kept = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<Boolean> opening = new ReadOnlyObjectWrapper<>(this, "opening", false);
    private final ReadOnlyObjectWrapper<Attention> attention =
            new ReadOnlyObjectWrapper<>(this, "attention", Attention.NONE);
    private final ObjectProperty<List<TailedGroup>> wish = new SimpleObjectProperty<>(this, "wish", List.of());

    /**
     * @param background where what may block is done
     * @param screen the JavaFX thread
     */
    public LogsModel(LogDesk desk, Executor background, Executor screen) {
        this.desk = desk;
        this.background = background;
        this.screen = screen;
        open.setAll(desk.open());
    }

    ObservableList<OpenLog> open() {
        return open;
    }

    ObservableList<LogDesk.Kept> kept() {
        return kept;
    }

    ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether a session is being opened. */
    ReadOnlyObjectProperty<Boolean> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** What the badge of the view says. */
    public ReadOnlyObjectProperty<Attention> attention() {
        return attention.getReadOnlyProperty();
    }

    /** Groups that somebody wants to read, chosen elsewhere; the view takes them up. */
    ObjectProperty<List<TailedGroup>> wishProperty() {
        return wish;
    }

    /** {@code logs of this}: begins a tail of these. */
    public void read(List<TailedGroup> groups) {
        if (!groups.isEmpty()) {
            tail(groups, null);
        }
    }

    void tail(List<TailedGroup> groups, @Nullable String pattern) {
        begin(() -> desk.tail(groups, pattern));
    }

    void reopen(String id) {
        begin(() -> desk.reopen(id));
    }

    private void begin(java.util.function.Supplier<LogDesk.Opened> task) {
        opening.set(true);
        trouble.set(null);
        later(() -> {
            var opened = task.get();
            screen.execute(() -> {
                opening.set(false);
                switch (opened) {
                    case LogDesk.Opened.Log it -> {
                        if (!open.contains(it.log())) {
                            open.add(it.log());
                        }
                    }
                    case LogDesk.Opened.Failed it -> trouble.set(it.problem());
                }
            });
        });
    }

    /** Ends a log: nothing more is read, and it is off the screen; what came is kept. */
    void close(OpenLog log) {
        open.remove(log);
        later(() -> {
            log.end();
            list();
        });
    }

    /** Another tail in the place of this one, with other groups. */
    void replace(OpenLog log, List<TailedGroup> groups) {
        var pattern = log.started().pattern();
        close(log);
        if (!groups.isEmpty()) {
            tail(groups, pattern);
        }
    }

    void delete(String id) {
        later(() -> {
            desk.delete(id);
            list();
        });
    }

    /** Looks again which sessions are kept. */
    void look() {
        later(this::list);
    }

    private void list() {
        var found = desk.kept();
        screen.execute(() -> kept.setAll(found));
    }

    private void later(Runnable task) {
        try {
            background.execute(task);
        } catch (RejectedExecutionException closing) {
            opening.set(false);
        }
    }

    /** Errors nobody has seen: those that came since the view was left. */
    void unseen(long errors) {
        attention.set(
                errors == 0
                        ? Attention.NONE
                        : new Attention((int) Math.min(999, errors), io.atalaya.deployment.State.FAILED));
    }

    long errors() {
        return open.stream()
                .mapToLong(it -> {
                    try (var view = it.newView()) {
                        return view.counts().getOrDefault(Level.ERROR, 0L);
                    }
                })
                .sum();
    }
}
