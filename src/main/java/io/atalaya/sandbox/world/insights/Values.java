package io.atalaya.sandbox.world.insights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How Insights takes and writes values: everything is text, and what looks like a number is one. */
final class Values {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Values() {}

    /** {@code 2026-11-22 18:05:00.000}, UTC. */
    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean truth) {
            return truth ? 1.0 : 0.0;
        }
        if (!(value instanceof String text) || text.isEmpty() || !mayBeNumber(text.charAt(0))) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean mayBeNumber(char first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    }

    /** Milliseconds since the epoch of a written time or a number. */
    static @Nullable Long millis(@Nullable Object value) {
        Double number = number(value);
        if (number != null) {
            return number.longValue();
        }
        if (!(value instanceof String text)) {
            return null;
        }
        try {
            return LocalDateTime.from(TIME.parse(text))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean truth ? truth : "true".equals(value);
    }

    /** As it stands in a result: numbers with at most four decimals. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number)
                    .setScale(4, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        return value == null ? null : value.toString();
    }

    /** By number where both are, else by text; what is absent comes first. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        Double x = number(a);
        Double y = number(b);
        return x != null && y != null
                ? Double.compare(x, y)
                : String.valueOf(text(a)).compareTo(String.valueOf(text(b)));
    }
}
