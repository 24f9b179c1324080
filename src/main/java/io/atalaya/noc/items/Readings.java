package io.atalaya.noc.items;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.State;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes readings of what is no metric. */
final class Readings {
    private Readings() {}

    /** Without a value. */
    static Reading nothing(Item item, Place place, Level level, List<Looked> looked) {
        return new Reading(
                item.id(),
                place,
                level,
                null,
                item.unit(),
                null,
                null,
                item.threshold(),
                null,
                Duration.ZERO,
                List.of(),
                false,
                null,
                looked);
    }

    /** A word, as old as when it was asked for; of one that is too old nobody knows how it is. */
    static Reading word(
            Item item,
            Place place,
            Level level,
            String word,
            @Nullable String detail,
            Observed<?> observed,
            Instant now) {
        return new Reading(
                item.id(),
                place,
                observed.freshness(now) == Freshness.LAST_KNOWN ? Level.STALE : level,
                null,
                Unit.TEXT,
                word,
                detail,
                Threshold.NONE,
                observed.askedAt(),
                observed.cadence(),
                List.of(),
                false,
                null,
                List.of());
    }

    /** The same with what was looked at before. */
    static Reading after(Reading reading, List<Looked> looked) {
        return looked.isEmpty()
                ? reading
                : new Reading(
                        reading.item(),
                        reading.place(),
                        reading.level(),
                        reading.value(),
                        reading.unit(),
                        reading.text(),
                        reading.detail(),
                        reading.threshold(),
                        reading.at(),
                        reading.cadence(),
                        reading.line(),
                        reading.partial(),
                        reading.metric(),
                        looked);
    }

    /** What is changing is not known to be well, and nothing to be woken for. */
    static Level level(State state) {
        return switch (state) {
            case HEALTHY -> Level.OK;
            case CHANGING, UNKNOWN -> Level.UNKNOWN;
            case DEGRADED -> Level.WARNING;
            case FAILED -> Level.CRITICAL;
        };
    }

    static Level level(double value, Threshold threshold) {
        return threshold.isCritical(value) ? Level.CRITICAL : threshold.isWarning(value) ? Level.WARNING : Level.OK;
    }
}
