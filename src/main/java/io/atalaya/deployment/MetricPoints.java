package io.atalaya.deployment;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.function.DoubleUnaryOperator;

/**
 * Points of a metric in two arrays: sixteen bytes each instead of some sixty. Thousands of metrics minute by minute are kept
 * while a console runs. Times are whole seconds, as CloudWatch's are.
 */
public final class MetricPoints extends AbstractList<MetricPoint> implements RandomAccess {
    private final long[] seconds;
    private final double[] values;

    private MetricPoints(long[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    /** The same points. */
    public static MetricPoints of(List<MetricPoint> points) {
        if (points instanceof MetricPoints compact) {
            return compact;
        }
        var seconds = new long[points.size()];
        var values = new double[points.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = points.get(i).at().getEpochSecond();
            values[i] = points.get(i).value();
        }
        return new MetricPoints(seconds, values);
    }

    /** With other values at the same times. */
    public MetricPoints map(DoubleUnaryOperator change) {
        var changed = new double[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.applyAsDouble(values[i]);
        }
        return new MetricPoints(seconds, changed);
    }

    /** Seconds between the two that are nearest; empty for fewer than two. */
    OptionalLong spacing() {
        var shortest = Long.MAX_VALUE;
        for (var i = 1; i < seconds.length; i++) {
            var gap = seconds[i] - seconds[i - 1];
            shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
        }
        return shortest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(shortest);
    }

    @Override
    public MetricPoint get(int index) {
        return new MetricPoint(Instant.ofEpochSecond(seconds[index]), values[index]);
    }

    @Override
    public int size() {
        return seconds.length;
    }

    /** How many, and the last of them: all would be a page. */
    @Override
    public String toString() {
        return seconds.length == 0 ? "no points" : seconds.length + " points to " + getLast();
    }
}
