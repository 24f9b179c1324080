package io.atalaya.ui.logs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of rows: with milliseconds, local or UTC, with their date where they are of more days than today. */
final class Clock {
    private final DateTimeFormatter time;
    private final DateTimeFormatter seconds;
    private final DateTimeFormatter full;
    private final DateTimeFormatter offset;
    private final ZoneId zone;
    private final boolean dated;

    Clock(ZoneId local, boolean utc) {
        this(local, utc, false);
    }

    /** @param dated whether a time tells its date too */
    Clock(ZoneId local, boolean utc, boolean dated) {
        this.dated = dated;
        zone = utc ? ZoneOffset.UTC : local;
        time = pattern(dated ? "uuuu-MM-dd HH:mm:ss.SSS" : "HH:mm:ss.SSS");
        seconds = pattern("HH:mm:ss");
        full = pattern("uuuu-MM-dd HH:mm:ss.SSS xxx");
        offset = pattern("xxx");
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    }

    /** {@code 13:58:40.112}, or {@code 2026-11-24 13:58:40.112}. */
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

    boolean isDated() {
        return dated;
    }

    /** Of what {@link #time} says, as long as the year has four. */
    int letters() {
        return dated ? 23 : 12;
    }

    LocalDate day(long epochMilli) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(epochMilli), zone);
    }

    ZoneId zone() {
        return zone;
    }
}
