package io.atalaya.app;

import io.atalaya.deployment.State;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.noc.items.Board;
import io.atalaya.ui.noc.AlarmDesk;
import io.atalaya.ui.shell.Attention;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the NOC of a connection watches, as its views see it: the newest only, on the screen's thread. */
final class DeskOnScreen implements AlarmDesk {
    private final ScopeDesk desk;
    private final Executor screen;
    private final UnaryOperator<Board> remember;
    private final AtomicReference<ScopeDesk.@Nullable Seen> next = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<@Nullable Board> board = new ReadOnlyObjectWrapper<>(this, "board");
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(this, "state", DeskState.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Instant> lookedAt = new ReadOnlyObjectWrapper<>(this, "lookedAt");
    private final ReadOnlyObjectWrapper<Keeping> keeping;
    private final ReadOnlyObjectWrapper<Attention> attention =
            new ReadOnlyObjectWrapper<>(this, "attention", Attention.NONE);
    private final BooleanProperty sound = new SimpleBooleanProperty(this, "sound");
    private volatile boolean sounds;

    /**
     * @param screen the JavaFX thread
     * @param remember adds what was measured before, where nothing was read yet
     * @param sounding whether it begins with sound
     */
    DeskOnScreen(ScopeDesk desk, Executor screen, UnaryOperator<Board> remember, boolean sounding) {
        this.desk = desk;
        this.remember = remember;
        this.screen = screen;
        this.keeping =
                new ReadOnlyObjectWrapper<>(this, "keeping", desk.seen().desk().keeping());
        desk.listen(this::seen);
        sound.subscribe(on -> sounds = on);
        sound.set(sounding);
    }

    private void seen(ScopeDesk.Seen seen) {
        if (next.getAndSet(seen) == null) {
            screen.execute(this::show);
        }
    }

    private void show() {
        var seen = next.getAndSet(null);
        if (seen == null) {
            return;
        }
        var made = seen.board();
        board.set(made == null ? null : remember.apply(made));
        lookedAt.set(seen.desk().lookedAt());
        keeping.set(seen.desk().keeping());
        if (!seen.desk().state().equals(state.get())) {
            state.set(seen.desk().state());
        }
        var now = made == null ? Instant.EPOCH : made.at();
        attention.set(Attention.of(seen.desk().state().loud(now).stream()
                .filter(entry -> !entry.isAcknowledged())
                .map(DeskOnScreen::state)
                .toList()));
    }

    private static State state(Entry entry) {
        return switch (entry.severity()) {
            case CRITICAL -> entry.over() ? State.DEGRADED : State.FAILED;
            case WARNING -> State.DEGRADED;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    /** Whether the desk may sound; any thread. */
    boolean sounds() {
        return sounds;
    }

    ObservableValue<@Nullable Board> board() {
        return board.getReadOnlyProperty();
    }

    /** What nobody has acknowledged. */
    ObservableValue<Attention> attention() {
        return attention.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<DeskState> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<@Nullable Instant> lookedAt() {
        return lookedAt.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Keeping> keeping() {
        return keeping.getReadOnlyProperty();
    }

    @Override
    public String person() {
        return desk.person();
    }

    @Override
    public void act(PersonAct act) {
        desk.act(act);
    }

    @Override
    public BooleanProperty soundProperty() {
        return sound;
    }
}
