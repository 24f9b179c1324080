package io.atalaya.ui;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.ui.common.LiveContext;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javafx.beans.value.ObservableValue;

/**
 * What a view of one connection is given.
 *
 * @param deployment the newest snapshot; changes on the JavaFX thread only
 * @param now ticks once a second on the JavaFX thread: every age on screen follows it, no view has a timer of its own
 * @param zone in which times are shown
 * @param acts what can be done about a resource
 */
public record ViewContext(
        ObservableValue<Deployment> deployment,
        ObservableValue<Instant> now,
        Asker asker,
        Navigator navigator,
        ZoneId zone,
        Texts texts,
        Acts acts)
        implements LiveContext {
    /** The same, where these acts can be chosen. */
    public ViewContext with(Acts others) {
        return new ViewContext(deployment, now, asker, navigator, zone, texts, others);
    }

    /** The same over other snapshots: those of which everything a view shows has been made. */
    public ViewContext over(ObservableValue<Deployment> prepared) {
        return new ViewContext(prepared, now, asker, navigator, zone, texts, acts);
    }

    @Override
    public void askNow(Set<Part<?>> parts) {
        asker.askNow(parts);
    }
}
