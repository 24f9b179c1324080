package io.atalaya.ui.common;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/** What a part that shows something live needs around it. A view's context is one. */
public interface LiveContext {
    /** The newest snapshot; changes on the JavaFX thread only. */
    ObservableValue<Deployment> deployment();

    /** The one tick, once a second on the JavaFX thread. */
    ObservableValue<Instant> now();

    ZoneId zone();

    Texts texts();

    /** A person wants these parts now. */
    void askNow(Set<Part<?>> parts);
}
