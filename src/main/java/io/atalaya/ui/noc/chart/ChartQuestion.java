package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricId;
import java.util.List;

/**
 * What a chart is about.
 *
 * @param title of the item
 * @param notes where a bare time would not do: bands and marks are added by {@link Meanwhile}
 */
public record ChartQuestion(String title, List<Line> lines, List<ChartPicture.Limit> limits, Meanwhile notes) {
    public ChartQuestion {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    /**
     * One line.
     *
     * @param name the place, or the item where several are compared
     * @param unit as {@link ChartUnits} knows it
     * @param factor from CloudWatch's unit to this one
     * @param perSecond whether CloudWatch's number is that of a whole period, and a second's is wanted
     */
    public record Line(String name, String unit, double factor, boolean perSecond, MetricId metric) {
        public Line(String name, String unit, double factor, MetricId metric) {
            this(name, unit, factor, false, metric);
        }

        double factor(int periodSeconds) {
            return perSecond ? factor / Math.max(1, periodSeconds) : factor;
        }
    }
}
