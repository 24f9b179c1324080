package io.atalaya.ui.noc.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * The period that fits a range: fine enough to see, coarse enough to draw. CloudWatch keeps points of 60 s for 15 days, of 5
 * minutes for 63 days and of 1 hour for 455 days: what began earlier can only be asked for more coarsely.
 */
public final class ChartPeriod {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final Duration MINUTES_KEPT = Duration.ofDays(15);
    private static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(63);
    private static final Duration HOURS_KEPT = Duration.ofDays(455);

    private ChartPeriod() {}

    /** @return seconds */
    public static int of(Instant from, Instant to, Instant now) {
        return Math.max(byRange(Duration.between(from, to)), byAge(Duration.between(from, now)));
    }

    /** Nothing older can be asked for. */
    public static Instant oldest(Instant now) {
        return now.minus(HOURS_KEPT);
    }

    /** The start of the period in which this moment lies. */
    public static Instant floor(Instant moment, int periodSeconds) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), (long) periodSeconds) * periodSeconds);
    }

    private static int byRange(Duration range) {
        var hours = range.toSeconds() / (double) HOUR;
        if (hours <= 24.01) {
            return MINUTE;
        }
        if (hours <= 3 * 24.01) {
            return 5 * MINUTE;
        }
        if (hours <= 7 * 24.01) {
            return 15 * MINUTE;
        }
        return hours <= 63 * 24 ? HOUR : 6 * HOUR;
    }

    private static int byAge(Duration age) {
        if (age.compareTo(MINUTES_KEPT) <= 0) {
            return MINUTE;
        }
        return age.compareTo(FIVE_MINUTES_KEPT) <= 0 ? 5 * MINUTE : HOUR;
    }
}
