package io.atalaya.ui.overview;

import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.State;
import io.atalaya.deployment.overview.KeyFigure;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.time.Duration;

/**
 * A key figure as it is written.
 *
 * @param unit beside the number; what it is out of, where it is out of something
 * @param points at even distances, NaN where CloudWatch has nothing; never drawn over
 */
record FigureText(KeyFigure figure, String label, String number, String unit, double[] points, double limit) {
    static FigureText of(KeyFigure figure, Texts texts) {
        var units = new Units(texts.getLocale());
        var value = figure.value();
        var label = texts.get("overview.figure." + figure.kind());
        var labelled = figure.subject() == null ? label : label + " · " + figure.subject();
        var limit = figure.threshold() == null ? Double.NaN : figure.threshold();
        if (value == null) {
            return new FigureText(figure, labelled, "-", texts.get("overview.figure.none"), even(figure), limit);
        }
        return switch (figure.kind()) {
            case LATENCY, READ_LATENCY -> {
                var words = units.latency(value).split(" ", 2);
                yield new FigureText(figure, labelled, words[0], words[1], even(figure), limit);
            }
            case FILE_THROUGHPUT -> {
                var words = units.bytes(value).split(" ", 2);
                yield new FigureText(figure, labelled, words[0], words[1] + "/s", even(figure), limit);
            }
            case HEALTHY_TARGETS ->
                new FigureText(
                        figure,
                        labelled,
                        units.number(value),
                        figure.of() == null ? "" : texts.get("overview.figure.of", units.number(figure.of())),
                        even(figure),
                        limit);
            case REQUESTS -> new FigureText(figure, labelled, units.number(value), "/s", even(figure), limit);
            case ERRORS -> new FigureText(figure, labelled, units.number(value), "/min", even(figure), limit);
            case CPU -> new FigureText(figure, labelled, units.number(value), "%", even(figure), limit);
            case CONNECTIONS ->
                new FigureText(figure, labelled, units.count(Math.round(value)), "", even(figure), limit);
        };
    }

    boolean alarmed() {
        return figure.state() == State.DEGRADED || figure.state() == State.FAILED;
    }

    /** The shortest distance between two points is taken for the period. */
    private static double[] even(KeyFigure figure) {
        var points = figure.points();
        if (points.size() < 2) {
            return points.stream().mapToDouble(MetricPoint::value).toArray();
        }
        long step = Long.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            step = Math.min(
                    step,
                    Math.max(
                            1,
                            Duration.between(
                                            points.get(i - 1).at(),
                                            points.get(i).at())
                                    .toSeconds()));
        }
        var from = points.getFirst().at();
        int length = (int)
                Math.min(2000, Duration.between(from, points.getLast().at()).toSeconds() / step + 1);
        var even = new double[length];
        java.util.Arrays.fill(even, Double.NaN);
        for (var point : points) {
            int index = (int) (Duration.between(from, point.at()).toSeconds() / step);
            if (index < length) {
                even[index] = point.value();
            }
        }
        return even;
    }
}
