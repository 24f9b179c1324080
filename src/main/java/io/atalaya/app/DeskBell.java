package io.atalaya.app;

import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.SoundPlan;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Calls a person to the desk: sounds as long as something is unacknowledged. Told by one thread at a time. */
final class DeskBell {
    private final SoundPlan plan;
    private final BooleanSupplier wanted;
    private final Consumer<Severity> sound;
    private final Map<Severity, Instant> played = new EnumMap<>(Severity.class);

    /**
     * @param wanted whether it may sound
     * @param sound must return at once
     */
    DeskBell(SoundPlan plan, BooleanSupplier wanted, Consumer<Severity> sound) {
        this.plan = plan;
        this.wanted = wanted;
        this.sound = sound;
    }

    /** What is on the desk now. */
    void look(DeskState state, Instant now) {
        if (wanted.getAsBoolean()) {
            plan.due(state, played, now).ifPresent(severity -> {
                played.put(severity, now);
                sound.accept(severity);
            });
        }
    }
}
