package io.atalaya.ui.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * Moments along a width.
 *
 * @param from milliseconds since the epoch, at the left
 * @param to at the right, after {@code from}
 * @param width in px
 */
record TimeAxis(long from, long to, double width) {
    private static final long[] STEPS = {
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000,
        172_800_000,
        604_800_000
    };

    double x(long at) {
        return (at - from) / (double) (to - from) * width;
    }

    long at(double x) {
        return from + (long) (Math.clamp(x / Math.max(1, width), 0, 1) * (to - from));
    }

    /** Round moments, not closer than so many px. */
    List<Long> ticks(double apart, long offsetMillis) {
        var wish = apart / Math.max(1, width) * (to - from);
        var step = STEPS[STEPS.length - 1];
        for (var each : STEPS) {
            if (each >= wish) {
                step = each;
                break;
            }
        }
        while (step < wish) {
            step *= 2;
        }
        var ticks = new ArrayList<Long>();
        var first = Math.floorDiv(from + offsetMillis + step - 1, step) * step - offsetMillis;
        for (var at = first; at <= to && ticks.size() < 200; at += step) {
            ticks.add(at);
        }
        return ticks;
    }
}
