package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricSeries;
import java.util.List;
import java.util.OptionalInt;

/**
 * The points of one line, ready to be drawn: times in milliseconds since the epoch, oldest first, values in the unit of the
 * line. What is missing is not there; {@link #gapBefore} tells where.
 */
public final class ChartSeries {
    private final String name;
    private final String unit;
    private final long periodMillis;
    private final boolean partial;
    private final long[] times;
    private final double[] values;

    private ChartSeries(String name, String unit, int periodSeconds, boolean partial, long[] times, double[] values) {
        this.name = name;
        this.unit = unit;
        this.periodMillis = periodSeconds * 1000L;
        this.partial = partial;
        this.times = times;
        this.values = values;
    }

    /**
     * @param unit as {@link ChartUnits} knows it
     * @param factor from CloudWatch's unit to this one
     */
    public static ChartSeries of(String name, String unit, double factor, MetricSeries series) {
        var points = series.points();
        var times = new long[points.size()];
        var values = new double[points.size()];
        int count = 0;
        for (var point : points) {
            if (Double.isFinite(point.value())) {
                times[count] = point.at().toEpochMilli();
                values[count++] = point.value() * factor;
            }
        }
        return new ChartSeries(
                name,
                unit,
                series.periodSeconds(),
                series.partial(),
                java.util.Arrays.copyOf(times, count),
                java.util.Arrays.copyOf(values, count));
    }

    /** The same line so much later: what was then, beside what is now. */
    ChartSeries later(long millis) {
        var moved = times.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += millis;
        }
        return new ChartSeries(name, unit, (int) (periodMillis / 1000), partial, moved, values);
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    /** Whether CloudWatch said that more may come (PartialData). */
    public boolean partial() {
        return partial;
    }

    public long periodMillis() {
        return periodMillis;
    }

    public int size() {
        return times.length;
    }

    /** Start of the period, milliseconds since the epoch. */
    public long time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Whether a period is missing before this point. Half a period of grace: points of a late period are not aligned. */
    public boolean gapBefore(int index) {
        return index == 0 || times[index] - times[index - 1] > periodMillis * 3 / 2;
    }

    /** The first point that is not before this time; {@link #size} when all are. */
    public int from(long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The point in whose period this time lies, or the nearest within one period; empty in a gap. */
    public OptionalInt at(long time) {
        int after = from(time);
        int best = -1;
        for (int each : List.of(after - 1, after)) {
            if (each >= 0
                    && each < times.length
                    && Math.abs(times[each] - time) <= periodMillis
                    && (best < 0 || Math.abs(times[each] - time) < Math.abs(times[best] - time))) {
                best = each;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Least, greatest and last value within a span; empty where it has no point. */
    public java.util.Optional<Extremes> within(long from, long to) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int last = -1;
        for (int i = from(from); i < times.length && times[i] <= to; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
            last = i;
        }
        return last < 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Extremes(least, greatest, values[last], times[last]));
    }

    /** @param lastAt milliseconds since the epoch, start of its period */
    public record Extremes(double least, double greatest, double last, long lastAt) {}
}
