package io.atalaya.ui.noc.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The upright axis of one unit. It begins at zero unless what is drawn is far above it.
 *
 * @param ticks round values, ascending, the first and last are the ends
 * @param top y of the greatest value, in px
 * @param bottom y of the least
 */
public record ValueScale(String unit, List<Double> ticks, double top, double bottom) {
    private static final double FAR = 0.6;

    public ValueScale {
        ticks = List.copyOf(ticks);
    }

    /**
     * @param steps about how many lines
     * @param limits thresholds: taken in where they are not far above what was measured
     */
    static ValueScale of(
            String unit,
            double least,
            double greatest,
            Collection<Double> limits,
            int steps,
            double top,
            double bottom) {
        boolean nothing = least > greatest;
        double low = nothing ? 0 : least;
        double high = nothing ? 1 : greatest;
        for (double limit : limits) {
            if (nothing || limit <= 2.5 * high && limit >= low - (high - low) - Math.abs(low)) {
                low = Math.min(low, limit);
                high = Math.max(high, limit);
            }
        }
        if (low >= 0 && low <= high * FAR || high == low && low >= 0) {
            low = 0;
        }
        if (high <= low) {
            high = low + 1;
        }
        double step = step((high - low) / Math.max(1, steps), unit, high);
        double first = Math.floor(low / step + 1e-9);
        double last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
        var ticks = new ArrayList<Double>();
        for (double at = first; at <= last; at++) {
            ticks.add(at * step);
        }
        return new ValueScale(unit, ticks, top, bottom);
    }

    /** The least of 1, 2, 2.5, 5, 10 times a power of ten (of a binary multiple for bytes) that is not below. */
    private static double step(double atLeast, String unit, double size) {
        double multiple = ChartUnits.multiple(unit, size);
        double wanted = atLeast / multiple;
        double magnitude = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * magnitude >= wanted * (1 - 1e-9)) {
                return factor * magnitude * multiple;
            }
        }
        return 10 * magnitude * multiple;
    }

    double low() {
        return ticks.getFirst();
    }

    double high() {
        return ticks.getLast();
    }

    /** The value at a height in px. */
    double value(double y) {
        return low() + (high() - low()) * (bottom - y) / (bottom - top);
    }

    /** In px. */
    double y(double value) {
        return bottom - (bottom - top) * (value - low()) / (high() - low());
    }
}
