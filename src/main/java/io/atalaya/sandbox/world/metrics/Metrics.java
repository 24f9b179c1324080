package io.atalaya.sandbox.world.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The metrics of a region. Nothing is stored: a datapoint is computed from its signal when somebody asks, and becomes visible
 * a little after its slot is over, as in CloudWatch.
 */
public final class Metrics {
    /** From the end of a slot until its datapoint can be read. */
    public static final int PUBLISHED_AFTER = 15;

    private static final int MOST_SAMPLES = 60;

    private final Map<MetricKey, Series> series = new LinkedHashMap<>();
    private final List<Family> families = new ArrayList<>();
    private final List<UnaryOperator<Series>> changes = new ArrayList<>();

    /** Very many metrics of the same kind, each made when somebody asks for it. */
    public interface Family {
        /** The metric of that key; empty when it is none of this family. */
        Optional<Series> find(MetricKey key);

        /** All of them. */
        Stream<MetricKey> keys();
    }

    public void add(Series one) {
        series.put(one.key(), one);
    }

    public void family(Family family) {
        families.add(family);
    }

    /** Changes what is measured, for all times: what did not change in the past must be the old signal there. */
    public void change(Predicate<MetricKey> which, UnaryOperator<Signal> how) {
        series.replaceAll((key, old) -> which.test(key) ? changed(old, how) : old);
        changes.add(made -> which.test(made.key()) ? changed(made, how) : made);
    }

    private static Series changed(Series old, UnaryOperator<Signal> how) {
        return new Series(old.key(), old.unit(), old.kind(), old.resolution(), how.apply(old.signal()));
    }

    /** What a family makes is made anew each time, and so changed anew. */
    private Optional<Series> made(Family family, MetricKey key) {
        return family.find(key).map(made -> {
            Series now = made;
            for (UnaryOperator<Series> change : changes) {
                now = change.apply(now);
            }
            return now;
        });
    }

    public Optional<Series> find(MetricKey key) {
        return Optional.ofNullable(series.get(key)).or(() -> families.stream()
                .flatMap(family -> made(family, key).stream())
                .findFirst());
    }

    public Collection<Series> all() {
        if (families.isEmpty()) {
            return series.values();
        }
        var all = new ArrayList<>(series.values());
        families.forEach(family ->
                family.keys().flatMap(key -> made(family, key).stream()).forEach(all::add));
        return all;
    }

    /**
     * The datapoints of [from, to) that have been published by {@code now}, oldest first; periods without data are missing.
     *
     * @param periodSeconds a multiple of 60, or a divisor of it
     * @throws IllegalArgumentException for an unknown statistic
     */
    public List<Datapoint> read(Series of, String statistic, int periodSeconds, Instant from, Instant to, Instant now) {
        List<Datapoint> points = new ArrayList<>();
        long period = periodSeconds;
        long first = Math.floorDiv(from.getEpochSecond(), period) * period;
        for (long t = first; t < to.getEpochSecond(); t += period) {
            Aggregate aggregate = aggregate(of, t, t + period, now.getEpochSecond());
            if (!aggregate.isEmpty()) {
                points.add(new Datapoint(Instant.ofEpochSecond(t), aggregate.statistic(statistic)));
            }
        }
        return points;
    }

    /** All of a period at once; long periods are sampled evenly instead of minute by minute. */
    public Aggregate aggregate(Series of, long from, long to, long now) {
        long step = of.resolution();
        long slots = Math.max(1, (to - from) / step);
        long stride = Math.ceilDiv(slots, MOST_SAMPLES);
        int samples = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (long t = Math.ceilDiv(from, step) * step; t < to; t += step * stride) {
            double value =
                    t + step + PUBLISHED_AFTER > now ? Double.NaN : of.signal().at(t);
            if (!Double.isNaN(value) && !(of.kind() == Series.Kind.COUNT && value < 0.5)) {
                samples++;
                sum += of.kind() == Series.Kind.COUNT ? Math.rint(value) : value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new Aggregate(of.kind(), samples, of.kind() == Series.Kind.COUNT ? sum * stride : sum, least, most);
    }
}
