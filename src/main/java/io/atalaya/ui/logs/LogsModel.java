package io.atalaya.ui.logs;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.logs.TailedGroup;
import io.atalaya.ui.shell.Attention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The logs that are open in one shell, and the sessions that are kept; shared by all of its windows. On the screen's thread. */
public final class LogsModel {
    /** Of what came before a tail began, so much is read too unless somebody wants it otherwise. */
    static final Duration USUAL = Duration.ofMinutes(15);

    /** A badge has room for no more. */
    private static final int MOST = 999;

    private final LogDesk desk;
    private final Executor background;
    private final Executor screen;
    private final ObservableList<OpenLog> open = FXCollections.observableArrayList();
    private final ObservableList<LogDesk.Kept> kept = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<Boolean> opening = new ReadOnlyObjectWrapper<>(this, "opening", false);
    private final ReadOnlyObjectWrapper<Attention> attention =
            new ReadOnlyObjectWrapper<>(this, "attention", Attention.NONE);
    private final InvalidationListener onTick = it -> tick();
    private @Nullable ObservableValue<Instant> ticking;
    private long seen;
    private int looking;

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

    /** {@code logs of this}: begins a tail of these. */
    public void read(List<TailedGroup> groups) {
        if (!groups.isEmpty()) {
            tail(groups, null, USUAL);
        }
    }

    /** @param back how much of what was written before is read too */
    void tail(List<TailedGroup> groups, @Nullable String pattern, Duration back) {
        begin(() -> desk.tail(groups, pattern, back));
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
            desk.close(log);
            list();
        });
    }

    /** Another tail in the place of this one, with other groups. */
    void replace(OpenLog log, List<TailedGroup> groups) {
        replace(log, groups, log.started().pattern(), USUAL);
    }

    /** The same with another pattern, and as much of what was written before. */
    void replace(OpenLog log, List<TailedGroup> groups, @Nullable String pattern, Duration back) {
        close(log);
        if (!groups.isEmpty()) {
            tail(groups, pattern, back);
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

    /** From now on the badge follows this clock. */
    public void follow(ObservableValue<Instant> clock) {
        clock.addListener(new WeakInvalidationListener(onTick));
        ticking = clock;
    }

    private void tick() {
        var clock = ticking;
        if (clock != null) {
            clock.getValue(); // or it would not tell of the next tick
        }
        var now = open.stream().mapToLong(OpenLog::errors).sum();
        if (looking > 0 || now < seen) {
            seen = now;
        }
        var unseen = now - seen;
        attention.set(unseen == 0 ? Attention.NONE : new Attention((int) Math.min(MOST, unseen), State.FAILED));
    }

    /** A view of them is on screen, or no longer: what comes meanwhile is seen. */
    void looking(boolean on) {
        looking += on ? 1 : -1;
        tick();
    }
}
