package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands at one time of a chart: the value of every line there, and what happened beside it.
 *
 * @param time {@code 24 Nov 14:03}
 * @param happened words of marks and bands at this time
 */
record Hover(String time, List<Row> rows, List<String> happened) {
    /** Lines named one by one; of more, the greatest. */
    static final int MOST = 12;

    /**
     * One line.
     *
     * @param number of the line, for its ink
     * @param value with unit, or the words that there is none
     */
    record Row(int number, String name, String value) {}

    Hover {
        rows = List.copyOf(rows);
        happened = List.copyOf(happened);
    }

    /**
     * @param near how far from a mark one may point, in milliseconds
     */
    static Hover at(long time, long near, ChartPicture picture, Set<Integer> hidden, Texts texts, ZoneId zone) {
        var units = new ChartUnits(texts.getLocale());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < picture.series().size(); i++) {
            if (!hidden.contains(i)) {
                rows.add(new Row(i, picture.series().get(i).name(), value(i, time, picture, units, texts)));
            }
        }
        var stamp =
                DateTimeFormatter.ofPattern("d MMM HH:mm", texts.getLocale()).withZone(zone);
        return new Hover(
                stamp.format(Instant.ofEpochMilli(time)),
                rows.size() > MOST ? rows.subList(0, MOST) : rows,
                happened(time, near, picture));
    }

    private static String value(int number, long time, ChartPicture picture, ChartUnits units, Texts texts) {
        var series = picture.series().get(number);
        var at = series.at(time);
        var value =
                at.isPresent() ? units.text(series.value(at.getAsInt()), series.unit()) : texts.get("noc.chart.gap");
        if (number >= picture.before().size()) {
            return value;
        }
        var before = picture.before().get(number);
        var then = before.at(time);
        return then.isPresent()
                ? texts.get("noc.chart.was", value, units.text(before.value(then.getAsInt()), before.unit()))
                : value;
    }

    private static List<String> happened(long time, long near, ChartPicture picture) {
        var words = new ArrayList<String>();
        for (var band : picture.bands()) {
            if (band.from().toEpochMilli() <= time && time <= band.to().toEpochMilli()) {
                words.add(band.words());
            }
        }
        for (var mark : picture.marks()) {
            if (Math.abs(mark.at().toEpochMilli() - time) <= near) {
                words.add(mark.words());
            }
        }
        return words;
    }

    /** For a screen reader. */
    String spoken() {
        return time + ". "
                + rows.stream().map(it -> it.name() + " " + it.value()).collect(Collectors.joining(", "))
                + happened.stream().map(it -> ". " + it).collect(Collectors.joining());
    }
}
