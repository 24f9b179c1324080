package io.atalaya.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured line.
 *
 * @param goal in words; empty where the line only explains another
 * @param met null where there is no goal
 */
record Result(
        String what,
        double value,
        String unit,
        String goal,
        @Nullable Boolean met) {
    static Result fact(String what, double value, String unit) {
        return new Result(what, value, unit, "", null);
    }

    static Result atMost(String what, double value, String unit, double most) {
        return new Result(what, value, unit, "at most " + number(most), value <= most);
    }

    static Result atLeast(String what, double value, String unit, double least) {
        return new Result(what, value, unit, "at least " + number(least), value >= least);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-66s %10s %-6s %s",
                what,
                number(value),
                unit,
                met == null ? "" : (met ? "met: " : "MISSED: ") + goal);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
    }
}
