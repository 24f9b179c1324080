package io.atalaya.ui.databases;

import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.Figure;
import io.atalaya.ui.common.EvenPoints;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ValueTile;

/**
 * A figure as it is written.
 *
 * @param unit beside the number; what it is out of, where it is out of something
 */
record FigureTexts(String label, String number, String unit, double limit) {
    /** @param hint where the number's limit comes from; empty for none */
    static ValueTile.Words tile(Figure figure, DatabaseView view, String hint, Texts texts) {
        var words = of(figure, view, texts);
        return new ValueTile.Words(
                words.label(),
                hint,
                words.number(),
                words.unit(),
                "",
                EvenPoints.of(figure.points()),
                words.limit(),
                figure.value() == null ? State.UNKNOWN : State.HEALTHY);
    }

    static FigureTexts of(Figure figure, DatabaseView view, Texts texts) {
        var units = new Units(texts.getLocale());
        var label = texts.get("databases.figure." + figure.kind());
        var value = figure.value();
        if (value == null) {
            return new FigureTexts(label, "-", texts.get("databases.figure.none"), Double.NaN);
        }
        return switch (figure.kind()) {
            case CONNECTIONS -> {
                var limit = view.limit();
                yield new FigureTexts(
                        label,
                        units.count(Math.round(value)),
                        limit == null ? "" : texts.get("databases.figure.of", units.count(limit.value())),
                        limit == null ? Double.NaN : limit.value());
            }
            case READ_LATENCY, WRITE_LATENCY, REPLICA_LAG -> split(label, units.latency(value));
            case CLUSTER_LAG -> split(label, units.latency(value / 1000));
            case CPU, BURST_BALANCE -> split(label, units.percent(value));
            case MEMORY, FREE_STORAGE -> split(label, units.bytes(value));
            case CPU_CREDITS -> new FigureTexts(label, units.number(value), "", Double.NaN);
        };
    }

    private static FigureTexts split(String label, String words) {
        var parts = words.split(" ", 2);
        return new FigureTexts(label, parts[0], parts.length > 1 ? parts[1] : "", Double.NaN);
    }
}
