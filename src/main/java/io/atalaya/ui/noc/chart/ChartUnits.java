package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.Units;
import java.util.Locale;

/**
 * Numbers of a chart with their unit. Bytes ({@code B}, {@code B/s}) in binary multiples, seconds ({@code s}) as {@code ms}
 * where they are short; every other unit stands behind the number as it is.
 */
public final class ChartUnits {
    private static final double KIBI = 1024;
    private final Units units;

    public ChartUnits(Locale locale) {
        units = new Units(locale);
    }

    /** {@code 412 MiB}, {@code 1.8 ms}, {@code 71 %}, {@code 143}; {@code -} for NaN. */
    public String text(double value, String unit) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return switch (unit) {
            case "" -> units.number(value);
            case "B" -> units.bytes(value);
            case "B/s" -> units.bytes(value) + "/s";
            case "s" -> units.latency(value);
            case "%" -> units.percent(value);
            default -> units.number(value) + (unit.startsWith("/") ? unit : " " + unit);
        };
    }

    /** Whether multiples of this unit are of 1024. */
    static boolean isBinary(String unit) {
        return unit.equals("B") || unit.equals("B/s");
    }

    /** What a round step of this unit is a multiple of, for numbers of this size. */
    static double multiple(String unit, double size) {
        if (!isBinary(unit) || size < KIBI) {
            return 1;
        }
        return Math.pow(KIBI, Math.floor(Math.log(size) / Math.log(KIBI)));
    }
}
