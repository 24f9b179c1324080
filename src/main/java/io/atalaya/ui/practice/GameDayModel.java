package io.atalaya.ui.practice;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.State;
import io.atalaya.practice.Board;
import io.atalaya.practice.Exercise;
import io.atalaya.practice.GameDay;
import io.atalaya.practice.Outcome;
import io.atalaya.practice.Run;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Attention;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import org.jspecify.annotations.Nullable;

/** What the game day shows: the exercises, which one is looked at, what runs. Asks the simulation in the background only. */
public final class GameDayModel {
    /** What is shown of an exercise. */
    enum Page {
        BRIEFING,
        HAPPENED
    }

    private final GameDay gameDay;
    private final Texts texts;
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<@Nullable Board> board = new ReadOnlyObjectWrapper<>(this, "board");
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.BRIEFING);
    private final StringProperty refusal = new SimpleStringProperty(this, "refusal", "");
    private final ReadOnlyObjectWrapper<Attention> attention =
            new ReadOnlyObjectWrapper<>(this, "attention", Attention.NONE);
    private @Nullable ChangeListener<Deployment> following;
    private boolean asking;

    /**
     * @param background where the simulation is asked
     * @param screen where its answers are shown
     */
    public GameDayModel(GameDay gameDay, Texts texts, Executor background, Executor screen) {
        this.gameDay = gameDay;
        this.texts = texts;
        this.background = background;
        this.screen = screen;
    }

    /** Looks again with every snapshot while something runs, so that the rail tells of it in every view. */
    public void follow(ViewContext context) {
        ChangeListener<Deployment> taking = (it, before, now) -> look();
        following = taking;
        // the connection outlives this window, and would keep all of it for this listener's sake
        context.deployment().addListener(new WeakChangeListener<>(taking));
        look();
    }

    private void look() {
        if (running().isPresent()) {
            refresh();
        }
    }

    /** One while an exercise runs. */
    public ObservableValue<Attention> attention() {
        return attention.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Board> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /** The id of the exercise that is looked at; null before there is any. */
    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** Why the last start was refused; empty otherwise. */
    StringProperty refusalProperty() {
        return refusal;
    }

    /** Asks how everything stands; a question under way is not asked twice. */
    void refresh() {
        if (!asking) {
            asking = true;
            inBackground(() -> {});
        }
    }

    /** Starts the exercise that is looked at. */
    void start() {
        var id = selected.get();
        if (id != null) {
            refusal.set("");
            inBackground(() -> {
                var outcome = gameDay.start(id);
                screen.execute(() -> started(outcome));
            });
        }
    }

    /** Ends the one that runs. */
    void stop() {
        inBackground(() -> {
            gameDay.stop();
            screen.execute(() -> page.set(Page.HAPPENED));
        });
    }

    private void started(Outcome outcome) {
        switch (outcome) {
            case Outcome.Started it -> page.set(Page.BRIEFING);
            case Outcome.Busy it -> refusal.set(texts.get("practice.refused.busy", name(it.exercise())));
            case Outcome.Unfit it -> refusal.set(lack(it.lack()));
        }
    }

    /** Does something, then shows how everything stands. */
    private void inBackground(Runnable what) {
        try {
            background.execute(() -> {
                what.run();
                var newest = gameDay.board();
                screen.execute(() -> show(newest));
            });
        } catch (RejectedExecutionException closing) {
            asking = false;
        }
    }

    private void show(Board newest) {
        asking = false;
        board.set(newest);
        var run = newest.run();
        if (selected.get() == null) {
            selected.set(run == null ? newest.exercises().getFirst().id() : run.exercise());
            page.set(newest.report() == null ? Page.BRIEFING : Page.HAPPENED);
        }
        attention.set(run == null || run.stoppedAt() != null ? Attention.NONE : new Attention(1, State.CHANGING));
    }

    /** The exercise that is looked at. */
    Optional<Exercise> exercise() {
        var now = board.get();
        return now == null
                ? Optional.empty()
                : now.exercises().stream()
                        .filter(each -> each.id().equals(selected.get()))
                        .findFirst();
    }

    /** The run of the exercise that is looked at, the newest one only. */
    Optional<Run> run() {
        var now = board.get();
        return now == null
                ? Optional.empty()
                : Optional.ofNullable(now.run()).filter(each -> each.exercise().equals(selected.get()));
    }

    /** What goes on now, whichever is looked at. */
    Optional<Run> running() {
        var now = board.get();
        return now == null ? Optional.empty() : Optional.ofNullable(now.run()).filter(each -> each.stoppedAt() == null);
    }

    String name(String exercise) {
        return texts.get("practice.exercise." + exercise + ".name");
    }

    String lack(String what) {
        return texts.get("practice.lack." + what);
    }
}
