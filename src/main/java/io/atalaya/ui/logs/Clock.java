package io.atalaya.ui.logs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of rows: with milliseconds, local or UTC. */
final class Clock {
    private final DateTimeFormatter time;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter full;
    private final DateTimeFormatter offset;
    private final ZoneId zone;

    Clock(ZoneId local, boolean utc) {
        zone = utc ? ZoneOffset.UTC : local;
        time = pattern("HH:mm:ss.SSS");
        seconds = pattern("HH:mm:ss");
        full = pattern("uuuu-MM-dd HH:mm:ss.SSS xxx");
        offset = pattern("xxx");
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    }

    /** {@code 13:58:40.112}. */
    String time(long epochMilli) {
        return time.format(Instant.ofEpochMilli(epochMilli));
    }

    /** {@code 13:58:40}. */
    String seconds(long epochMilli) {
        return seconds.format(Instant.ofEpochMilli(epochMilli));
    }

    /** {@code 2026-11-24 13:58:40.112 -05:00}. */
    String full(long epochMilli) {
        return full.format(Instant.ofEpochMilli(epochMilli));
    }

    /** {@code -05:00}, {@code UTC}. */
    String offset(long epochMilli) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : offset.format(Instant.ofEpochMilli(epochMilli));
    }

    ZoneId zone() {
        return zone;
    }
}
