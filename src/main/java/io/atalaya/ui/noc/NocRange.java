package io.atalaya.ui.noc;

import java.time.Duration;

/** How far back tiles and charts look. */
public enum NocRange {
    HOUR(Duration.ofHours(1)),
    SIX_HOURS(Duration.ofHours(6)),
    DAY(Duration.ofHours(24)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    NocRange(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
