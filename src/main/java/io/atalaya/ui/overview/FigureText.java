package io.atalaya.ui.overview;

import io.atalaya.deployment.overview.KeyFigure;
import io.atalaya.ui.common.EvenPoints;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ValueTile;

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
            return new FigureText(
                    figure, labelled, "-", texts.get("overview.figure.none"), EvenPoints.of(figure.points()), limit);
        }
        return switch (figure.kind()) {
            case LATENCY, READ_LATENCY -> {
                var words = units.latency(value).split(" ", 2);
                yield new FigureText(figure, labelled, words[0], words[1], EvenPoints.of(figure.points()), limit);
            }
            case FILE_THROUGHPUT -> {
                var words = units.bytes(value).split(" ", 2);
                yield new FigureText(
                        figure, labelled, words[0], words[1] + "/s", EvenPoints.of(figure.points()), limit);
            }
            case HEALTHY_TARGETS ->
                new FigureText(
                        figure,
                        labelled,
                        units.number(value),
                        figure.of() == null ? "" : texts.get("overview.figure.of", units.number(figure.of())),
                        EvenPoints.of(figure.points()),
                        limit);
            case REQUESTS ->
                new FigureText(figure, labelled, units.number(value), "/s", EvenPoints.of(figure.points()), limit);
            case ERRORS ->
                new FigureText(figure, labelled, units.number(value), "/min", EvenPoints.of(figure.points()), limit);
            case CPU ->
                new FigureText(figure, labelled, units.number(value), "%", EvenPoints.of(figure.points()), limit);
            case CONNECTIONS ->
                new FigureText(
                        figure, labelled, units.count(Math.round(value)), "", EvenPoints.of(figure.points()), limit);
        };
    }

    ValueTile.Words tile() {
        return new ValueTile.Words(label, "", number, unit, "", points, limit, figure.state());
    }
}
