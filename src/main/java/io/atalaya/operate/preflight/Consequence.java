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

    /** Whether who saw this one is not surprised by another: of a danger it matters to what, of less only that. */
    boolean covers(Consequence later) {
        return key.equals(later.key)
                && severity.compareTo(later.severity) >= 0
                && (later.severity != Severity.DANGER || arguments.equals(later.arguments));
    }
}
