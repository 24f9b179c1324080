package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricPoints;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item at one place.
 *
 * @param value in {@code unit}; null where there is none or it is text
 * @param text instead of a number: a version, AWS's word for a state; null otherwise
 * @param detail which of several it is: {@code path=/var/lib/docker}; null where there is one
 * @param threshold what it was judged by
 * @param at the moment the value speaks of, the end of its period; null without a value
 * @param cadence how often there can be a new one; zero where not known
 * @param line the last hour, oldest first, in {@code unit}
 * @param partial whether CloudWatch said that its answer is not all of it, or a sum lacks one that fell silent
 * @param metric where the value comes from; null where it is no metric
 * @param looked sources without a value, in order; those before the one that has it, or all
 */
public record Reading(
        String item,
        Place place,
        Level level,
        @Nullable Double value,
        Unit unit,
        @Nullable String text,
        @Nullable String detail,
        Threshold threshold,
        @Nullable Instant at,
        Duration cadence,
        List<MetricPoint> line,
        boolean partial,
        @Nullable MetricId metric,
        List<Looked> looked) {
    public Reading {
        line = line instanceof MetricPoints ? line : List.copyOf(line);
        looked = List.copyOf(looked);
    }

    public boolean hasValue() {
        return value != null || text != null;
    }

    /** The same at another level. */
    Reading at(Level other) {
        return new Reading(
                item, place, other, value, unit, text, detail, threshold, at, cadence, line, partial, metric, looked);
    }

    /** The same, of which something is missing. */
    Reading inPart() {
        return new Reading(
                item, place, level, value, unit, text, detail, threshold, at, cadence, line, true, metric, looked);
    }

    /** Whether there is something to measure here and nobody knows how it is: known and silent, denied, failing, not asked. */
    public boolean isUnknown() {
        return !hasValue()
                && looked.stream().anyMatch(each -> switch (each.why()) {
                    case NO_POINTS, NOT_READ, DENIED, FAILING, LEFT_OUT -> true;
                    case NOT_PUBLISHED, NOTHING_TO_ASK, NOT_FOUND -> false;
                });
    }

    /** How old the value is at {@code now}, never negative; empty without one. */
    public Optional<Duration> age(Instant now) {
        if (at == null) {
            return Optional.empty();
        }
        var age = Duration.between(at, now);
        return Optional.of(age.isNegative() ? Duration.ZERO : age);
    }

    /** Names it over snapshots: {@code cpu instance i-1}. */
    public String key() {
        return item + ' ' + place.key();
    }
}
