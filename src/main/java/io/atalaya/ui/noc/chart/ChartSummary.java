package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.time.ZoneId;

/** A chart in a few sentences: what a screen reader says of it. */
final class ChartSummary {
    private static final int MOST = 8;
    private final Texts texts;
    private final Ages ages;
    private final ChartUnits units;

    ChartSummary(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.ages = new Ages(texts, zone);
        this.units = new ChartUnits(texts.getLocale());
    }

    String of(ChartPicture picture) {
        var out = new StringBuilder(texts.get(
                "noc.chart.spoken",
                picture.series().size(),
                ages.time(picture.from(), picture.now()),
                ages.time(picture.to(), picture.now())));
        for (var series :
                picture.series().subList(0, Math.min(MOST, picture.series().size()))) {
            out.append(' ').append(line(series, picture));
        }
        picture.limits().forEach(it -> out.append(' ').append(it.words()).append('.'));
        return out.toString();
    }

    private String line(ChartSeries series, ChartPicture picture) {
        var found = series.within(picture.from().toEpochMilli(), picture.to().toEpochMilli());
        if (found.isEmpty()) {
            return texts.get("noc.chart.spoken.none", series.name());
        }
        var extremes = found.get();
        var words = texts.get(
                "noc.chart.spoken.line",
                series.name(),
                units.text(extremes.last(), series.unit()),
                units.text(extremes.least(), series.unit()),
                units.text(extremes.greatest(), series.unit()));
        return Staleness.of(series, picture.now())
                .map(age -> words + " " + texts.get("common.age.lastKnown", Durations.words(age)) + ".")
                .orElse(words);
    }
}
