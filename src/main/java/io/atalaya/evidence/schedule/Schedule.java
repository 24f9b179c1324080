package io.atalaya.evidence.schedule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often a capsule is made. */
public enum Schedule {
    HOURLY,
    DAILY,
    /** On Mondays. */
    WEEKLY,
    /** On the first. */
    MONTHLY;

    /** As it is typed, and as systemd calls it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Schedule> named(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
