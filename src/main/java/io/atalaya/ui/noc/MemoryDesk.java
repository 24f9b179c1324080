package io.atalaya.ui.noc;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.Signals;
import io.atalaya.noc.desk.store.Keeping;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A desk of one console that forgets when it is closed: tests, pictures, and where nothing can be stored. */
public final class MemoryDesk implements AlarmDesk {
    private final Desk desk;
    private final String person;
    private final Supplier<Instant> now;
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(this, "state", DeskState.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable Instant> lookedAt = new ReadOnlyObjectWrapper<>(this, "lookedAt");
    private final ObjectProperty<Keeping> keeping = new SimpleObjectProperty<>(this, "keeping", Keeping.NOWHERE);
    private final BooleanProperty sound = new SimpleBooleanProperty(this, "sound", true);

    public MemoryDesk(String person, Supplier<Instant> now) {
        this.desk = new Desk(person);
        this.person = person;
        this.now = now;
    }

    /** What the sources say now. */
    public void look(Signals signals) {
        var at = now.get();
        state.set(desk.look(state.get(), signals, at).state());
        lookedAt.set(at);
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
        return keeping;
    }

    /** What it says of how it is kept, which it is not. */
    public void say(Keeping words) {
        keeping.set(words);
    }

    @Override
    public String person() {
        return person;
    }

    @Override
    public void act(PersonAct act) {
        state.set(desk.act(state.get(), act, now.get()).state());
    }

    @Override
    public BooleanProperty soundProperty() {
        return sound;
    }
}
