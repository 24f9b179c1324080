package io.atalaya.ui.acting;

import io.atalaya.operate.run.Arming;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** Whether this deployment is armed and for how long still, as every window of it shows it. Follows the tick. */
public final class ArmingModel {
    /** What is offered first. */
    static final Duration USUAL = Arming.USUAL;

    private final Arming arming;
    private final ReadOnlyStringWrapper countdown = new ReadOnlyStringWrapper(this, "countdown", "");
    private final ObservableValue<Boolean> armed = countdown.map(it -> !it.isEmpty());
    private Instant now;

    /** @param arming of this deployment, the same for all of its windows */
    public ArmingModel(Arming arming, Instant now) {
        this.arming = arming;
        this.now = now;
        look();
    }

    /** Looks again. */
    public void tick(Instant newNow) {
        now = newNow;
        look();
    }

    public void arm(Duration time) {
        arming.arm(time);
        arming.until().ifPresent(end -> now = end.minus(time)); // the tick may be a second behind
        look();
    }

    public void disarm() {
        arming.disarm();
        look();
    }

    /** Whether it is. */
    public ObservableValue<Boolean> armed() {
        return armed;
    }

    /** {@code 14:32} in minutes and seconds, {@code 1:02:07} with hours; empty when it is not armed. */
    public ReadOnlyStringProperty countdown() {
        return countdown.getReadOnlyProperty();
    }

    private void look() {
        countdown.set(
                arming.until().map(end -> text(Duration.between(now, end))).orElse(""));
    }

    private static String text(Duration left) {
        // the last second that was begun still counts, so that 0:00 is never shown as armed
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60);
    }
}
