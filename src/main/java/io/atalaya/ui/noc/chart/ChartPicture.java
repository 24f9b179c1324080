package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.State;
import java.time.Instant;
import java.util.List;

/**
 * Everything a chart shows at one moment.
 *
 * @param before the same lines of a day or week earlier, moved to now; empty when nothing is compared
 * @param now where the future begins: after it nothing is drawn
 */
public record ChartPicture(
        Instant from,
        Instant to,
        Instant now,
        List<ChartSeries> series,
        List<ChartSeries> before,
        List<Limit> limits,
        List<Band> bands,
        List<Mark> marks) {
    public ChartPicture {
        series = List.copyOf(series);
        before = List.copyOf(before);
        limits = List.copyOf(limits);
        bands = List.copyOf(bands);
        marks = List.copyOf(marks);
    }

    /** Nothing yet. */
    public static ChartPicture empty(Instant from, Instant to) {
        return new ChartPicture(from, to, to, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * A threshold.
     *
     * @param unit of the axis to which it belongs
     * @param level what it is to be beyond it
     * @param above whether beyond it is above it
     * @param words {@code warning > 70 %}
     */
    public record Limit(double value, String unit, State level, boolean above, String words) {}

    /** A span in which an alarm was raised. */
    public record Band(Instant from, Instant to, State level, String words) {}

    /** Something that happened: a change of the deployment, or an act of this console. */
    public record Mark(Instant at, Kind kind, String words) {
        /** Whose doing. */
        public enum Kind {
            CHANGE,
            ACT
        }
    }

    /** The units, in the order in which lines have them. */
    List<String> units() {
        return series.stream().map(ChartSeries::unit).distinct().toList();
    }

    /** Same span, lines and limits: only the end of the time moved, by a tick. */
    ChartPicture at(Instant later) {
        return new ChartPicture(from, to, later, series, before, limits, bands, marks);
    }
}
