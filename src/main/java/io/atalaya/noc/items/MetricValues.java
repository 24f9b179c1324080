package io.atalaya.noc.items;

import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricPoints;
import io.atalaya.noc.catalogue.Item;
import io.atalaya.noc.catalogue.MetricSource;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.catalogue.Threshold.Direction;
import io.atalaya.noc.items.Candidate.Trust;
import io.atalaya.noc.items.Looked.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the metrics of a candidate. */
final class MetricValues {
    private final Sight sight;

    MetricValues(Sight sight) {
        this.sight = sight;
    }

    /** @param threshold the source's, in the unit of the value */
    Answer read(Item item, Place place, Candidate candidate, Threshold threshold) {
        var source = candidate.source();
        var found = new ArrayList<Seen.One>();
        for (var id : candidate.ids()) {
            var one = sight.seen().find(id);
            if (one != null && one.hasPoints()) {
                found.add(one);
            }
        }
        if (found.isEmpty()) {
            return nothing(candidate);
        }
        var current = found.stream().filter(one -> one.isCurrent(sight.now())).toList();
        if (current.isEmpty()) {
            var last = found.stream().max(Comparator.comparing(Seen.One::end)).orElseThrow();
            return Answer.of(reading(item, place, source, threshold, last, line(last, source), Level.STALE, false));
        }
        var shown = source.combine() == MetricSource.Combine.SUM
                ? sum(item, place, source, threshold, found, current)
                : worst(item, place, source, threshold, current);
        return Answer.of(
                shown.level() == Level.OK
                        ? lost(found, source, threshold, item, place).orElse(shown)
                        : shown);
    }

    /** One of several that fell silent while it was bad: that the others are fine does not make it so. */
    private Optional<Reading> lost(
            List<Seen.One> found, MetricSource source, Threshold threshold, Item item, Place place) {
        return found.stream()
                .filter(one -> !one.isCurrent(sight.now()))
                .filter(one -> Readings.level(last(one, source), threshold) != Level.OK)
                .max(Comparator.comparing(Seen.One::end))
                .map(one -> reading(item, place, source, threshold, one, line(one, source), Level.STALE, true));
    }

    private Reading worst(Item item, Place place, MetricSource source, Threshold threshold, List<Seen.One> current) {
        var order = Comparator.<Seen.One>comparingDouble(one -> last(one, source));
        var worst = current.stream()
                .max(threshold.direction() == Direction.HIGH_IS_BAD ? order : order.reversed())
                .orElseThrow();
        return reading(
                item,
                place,
                source,
                threshold,
                worst,
                line(worst, source),
                Readings.level(last(worst, source), threshold),
                current.size() > 1);
    }

    /**
     * All together, as old as the oldest of them. Where one fell silent the others say only that it is bad, if they alone are
     * too much; else the last sum of all is the last that is known.
     */
    private Reading sum(
            Item item,
            Place place,
            MetricSource source,
            Threshold threshold,
            List<Seen.One> found,
            List<Seen.One> current) {
        var sum = sums(current, source);
        if (sum.isEmpty()) {
            return worst(item, place, source, threshold, current);
        }
        var level = Readings.level(sum.getLast().value(), threshold);
        if (current.size() == found.size()) {
            return reading(item, place, source, threshold, oldest(current), sum, level, false);
        }
        if (level != Level.OK && threshold.direction() == Direction.HIGH_IS_BAD) {
            return reading(item, place, source, threshold, oldest(current), sum, level, false)
                    .inPart();
        }
        var whole = sums(found, source);
        return whole.isEmpty()
                ? reading(item, place, source, threshold, oldest(current), sum, Level.STALE, false)
                        .inPart()
                : reading(item, place, source, threshold, oldest(found), whole, Level.STALE, false);
    }

    private static Seen.One oldest(List<Seen.One> all) {
        return all.stream().min(Comparator.comparing(Seen.One::end)).orElseThrow();
    }

    /** At the moments at which all have a point. */
    private static List<MetricPoint> sums(List<Seen.One> all, MetricSource source) {
        var sums = new TreeMap<Instant, double[]>();
        for (var one : all) {
            for (var point : line(one, source)) {
                var sum = sums.computeIfAbsent(point.at(), at -> new double[2]);
                sum[0] += point.value();
                sum[1]++;
            }
        }
        var line = new ArrayList<MetricPoint>();
        sums.forEach((at, sum) -> {
            if (sum[1] == all.size()) {
                line.add(new MetricPoint(at, sum[0]));
            }
        });
        return line;
    }

    private static Reading reading(
            Item item,
            Place place,
            MetricSource source,
            Threshold threshold,
            Seen.One one,
            List<MetricPoint> line,
            Level level,
            boolean oneOfSeveral) {
        var id = one.series().id();
        return new Reading(
                item.id(),
                place,
                level,
                line.getLast().value(),
                source.unit(),
                null,
                oneOfSeveral ? detail(id, source) : null,
                threshold,
                line.getLast().at().plusSeconds(one.period()),
                one.cadence(),
                MetricPoints.of(line),
                one.series().partial(),
                id,
                List.of());
    }

    private static double last(Seen.One one, MetricSource source) {
        return scaled(one.series().points().getLast().value(), one, source);
    }

    private static double scaled(double value, Seen.One one, MetricSource source) {
        var factor = source.perSecond() ? source.factor() / one.period() : source.factor();
        return value * factor;
    }

    private static List<MetricPoint> line(Seen.One one, MetricSource source) {
        var points = MetricPoints.of(one.series().points());
        return source.factor() == 1 && !source.perSecond() ? points : points.map(value -> scaled(value, one, source));
    }

    /** What tells it from the others: {@code path=/var/lib/docker}, {@code WriteLatency}. */
    private static String detail(MetricId id, MetricSource source) {
        if (!source.metric().text().equals(id.metric())) {
            return id.metric();
        }
        var telling = id.dimensions().containsKey("path")
                ? List.of("path")
                : List.copyOf(id.dimensions().keySet());
        return id.dimensions().entrySet().stream()
                .filter(each ->
                        telling.contains(each.getKey()) && !each.getKey().equals("InstanceId"))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + '=' + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private Answer nothing(Candidate candidate) {
        var source = candidate.source();
        var names = sight.finder().names();
        if (candidate.trust() == Trust.ABSENT) {
            var problem = names.areComplete() ? null : names.problem();
            var why = names.areComplete() ? Why.NOT_PUBLISHED : problem == null ? Why.NOT_READ : Answer.why(problem);
            return Answer.nothing(source, candidate.where(), why, problem, source.recipe());
        }
        var asked = candidate.ids().stream()
                .filter(id -> sight.seen().find(id) != null)
                .findFirst();
        var where = where(asked.orElse(candidate.ids().getFirst()));
        var observed = sight.seen().observed();
        if (asked.isPresent()) {
            var refused = names.areRefused() ? names.problem() : null;
            if (candidate.trust() == Trust.GUESSED && refused != null) {
                // it was asked for under a guessed name: that nothing came says nothing
                return Answer.nothing(source, where, Answer.why(refused), refused, source.recipe());
            }
            var listed = candidate.trust() == Trust.LISTED || !names.areComplete();
            return Answer.nothing(source, where, listed ? Why.NO_POINTS : Why.NOT_PUBLISHED, null, source.recipe());
        }
        if (observed.problem() != null) {
            var problem = observed.problem();
            return Answer.nothing(source, where, Answer.why(problem), problem, source.recipe());
        }
        var leftOut = observed.value() != null
                && candidate.ids().stream().anyMatch(sight.plan().leftOut()::contains);
        return Answer.nothing(source, where, leftOut ? Why.LEFT_OUT : Why.NOT_READ, null, source.recipe());
    }

    private static String where(MetricId id) {
        return id.namespace()
                + ' '
                + id.metric()
                + ' '
                + id.dimensions().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + '=' + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** What a source looks for at a resource, or anywhere. */
    static String where(MetricSource source, @Nullable String id) {
        var words = new ArrayList<>(
                List.of(source.namespace().text(), source.metric().text()));
        if (id != null) {
            words.add(id);
        }
        source.dimensions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> words.add(each.getKey() + '=' + each.getValue().text()));
        return String.join(" ", words);
    }
}
