package io.atalaya.ui.noc.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The level axis.
 *
 * @param from milliseconds since the epoch
 * @param to after {@code from}
 * @param left x of {@code from}, in px
 */
public record TimeScale(long from, long to, double left, double right) {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY
    };

    double x(long time) {
        return left + (right - left) * (time - from) / (double) (to - from);
    }

    /** Held within the ends. */
    long time(double x) {
        double share = Math.clamp((x - left) / Math.max(1, right - left), 0, 1);
        return from + Math.round(share * (to - from));
    }

    double width() {
        return right - left;
    }

    /** Round times of the day in this zone, at least so many px apart. */
    List<Instant> ticks(ZoneId zone, double apart) {
        long step = step(apart);
        var ticks = new ArrayList<Instant>();
        var day = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
        var end = Instant.ofEpochMilli(to);
        for (; !day.atStartOfDay(zone).toInstant().isAfter(end); day = day.plusDays(1)) {
            if (step >= DAY) {
                if (Math.floorMod(day.toEpochDay(), step / DAY) == 0) {
                    add(day.atStartOfDay(zone).toInstant(), ticks);
                }
                continue;
            }
            for (long at = 0; at < DAY; at += step) {
                add(
                        day.atTime(LocalTime.MIDNIGHT.plus(Duration.ofMillis(at)))
                                .atZone(zone)
                                .toInstant(),
                        ticks);
            }
        }
        return List.copyOf(ticks);
    }

    private void add(Instant tick, List<Instant> ticks) {
        long at = tick.toEpochMilli();
        if (at >= from && at <= to && (ticks.isEmpty() || tick.isAfter(ticks.getLast()))) {
            ticks.add(tick);
        }
    }

    private long step(double apart) {
        double most = Math.max(1, width() / apart);
        for (long step : STEPS) {
            if ((to - from) / (double) step <= most) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
