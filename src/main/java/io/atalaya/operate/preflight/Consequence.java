package io.atalaya.operate.preflight;

import io.atalaya.operate.act.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing an act would do.
 *
 * @param key of its sentence in {@code operate.properties}: {@code operate.preflight.lastHealthy}
 * @param arguments of that sentence
 * @param offer another act that helps and could go first (enter standby before a reboot); null where there is none
 */
public record Consequence(
        Severity severity,
        String key,
        List<Object> arguments,
        @Nullable Operation offer) {
    public Consequence {
        arguments = List.copyOf(arguments);
    }
}
