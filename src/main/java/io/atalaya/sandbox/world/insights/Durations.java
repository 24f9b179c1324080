package io.atalaya.sandbox.world.insights;

import java.util.Map;

/** Periods as queries write them. */
final class Durations {
    private static final Map<String, Long> UNITS = Map.of(
            "ms", 1L,
            "s", 1_000L,
            "m", 60_000L,
            "h", 3_600_000L,
            "d", 86_400_000L,
            "w", 604_800_000L,
            "mo", 2_592_000_000L,
            "q", 7_776_000_000L,
            "y", 31_536_000_000L);

    private Durations() {}

    /** {@code 5m} in milliseconds. */
    static Double millis(String text) {
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return (double) Long.parseLong(text.substring(0, digits)) * UNITS.getOrDefault(text.substring(digits), 1L);
    }
}
