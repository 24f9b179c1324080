package io.atalaya.ui.noc;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.PersonAct;
import io.atalaya.noc.desk.store.Keeping;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The alarm desk as a view sees it. All of it on the JavaFX thread. */
public interface AlarmDesk {
    /** What is on the desk; replaced as a whole. */
    ObservableValue<DeskState> state();

    /** When the desk last looked at what the sources say; null before it ever did. */
    ObservableValue<@Nullable Instant> lookedAt();

    /** Whether it survives this console, and whether the team sees it. */
    ObservableValue<Keeping> keeping();

    /** Who sits here: the name that acts are done under. */
    String person();

    /** Does what a person wants. The new state follows in {@link #state}. */
    void act(PersonAct act);

    /** Whether alarms sound until somebody acknowledges them. */
    BooleanProperty soundProperty();
}
