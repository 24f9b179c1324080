package io.atalaya.logs.find;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number, with or without a unit.
 *
 * @param unit as written; empty where there is none
 */
record Quantity(BigDecimal number, String unit) {
    private static final int LONGEST = 40;
    /** Of time in nanoseconds, of size in bytes. */
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("ns", BigDecimal.ONE),
            Map.entry("us", BigDecimal.valueOf(1_000)),
            Map.entry("µs", BigDecimal.valueOf(1_000)),
            Map.entry("ms", BigDecimal.valueOf(1_000_000)),
            Map.entry("s", BigDecimal.valueOf(1_000_000_000L)),
            Map.entry("m", BigDecimal.valueOf(60_000_000_000L)),
            Map.entry("h", BigDecimal.valueOf(3_600_000_000_000L)));

    /** Null where the text is no number. */
    static @Nullable Quantity of(String text) {
        int end = 0;
        while (end < text.length() && end < LONGEST && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == 0 || text.length() > LONGEST) {
            return null;
        }
        var unit = text.substring(end).strip();
        if (!unit.chars().allMatch(c -> Character.isLetter(c) || c == '%')) {
            return null;
        }
        try {
            var number = new BigDecimal(text.substring(0, end));
            return Math.abs(number.scale()) > 400 ? null : new Quantity(number, unit);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** How {@code found} stands to this, as {@link Comparable} tells; null where they cannot be compared. */
    @Nullable
    Integer compare(String found) {
        var other = of(found);
        if (other == null) {
            return null;
        }
        if (unit.equals(other.unit) || unit.isEmpty() || other.unit.isEmpty()) {
            return other.number.compareTo(number);
        }
        var mine = UNITS.get(unit);
        var theirs = UNITS.get(other.unit);
        return mine == null || theirs == null
                ? null
                : Integer.valueOf(other.number.multiply(theirs).compareTo(number.multiply(mine)));
    }
}
