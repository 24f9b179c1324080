package io.atalaya.ui.common;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The one clock on screen: every age follows it, so that all of them change in the same pulse. */
public final class NowTick implements AutoCloseable {
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline timeline;

    public NowTick(InstantSource clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        this.timeline = new Timeline(new KeyFrame(Duration.seconds(1), it -> tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Starts ticking once a second, on the JavaFX thread. */
    public void start() {
        timeline.play();
    }

    /** Reads the clock now: for pictures and tests. */
    public void tick() {
        now.set(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void close() {
        timeline.stop();
    }
}
