package io.atalaya.ui.common;

import java.time.Duration;

/**
 * How long, as short as it stays exact enough: {@code 27 s}, {@code 94 s}, {@code 4 min 25 s}, {@code 11 min}, {@code 6 h 03},
 * {@code 14 h}, {@code 4 d 10 h}, {@code 22 d}. The unit symbols are those of the SI and the same in every language there is.
 */
public final class Durations {
    private static final long IN_SECONDS_BELOW = 120;

    private Durations() {}

    /** Never negative: what lies ahead reads as {@code 0 s}. */
    public static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < IN_SECONDS_BELOW) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 10) {
            return seconds % 60 == 0 ? minutes + " min" : minutes + " min " + seconds % 60 + " s";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return minutes % 60 == 0 ? hours + " h" : "%d h %02d".formatted(hours, minutes % 60);
        }
        long days = hours / 24;
        if (days < 10) {
            return hours % 24 == 0 ? days + " d" : days + " d " + hours % 24 + " h";
        }
        return days + " d";
    }

    /** One unit only, for narrow places: {@code 27 s}, {@code 4 min}, {@code 6 h}, {@code 22 d}. */
    public static String brief(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < IN_SECONDS_BELOW) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** For countdowns, every second counts: {@code 47 min 12 s}, {@code 1 h 02 min}, {@code 3 d 4 h}. */
    public static String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %02d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? "%d h %02d min".formatted(seconds / 3600, seconds % 3600 / 60)
                : seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }
}
