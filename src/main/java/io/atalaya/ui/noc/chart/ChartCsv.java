package io.atalaya.ui.noc.chart;

import java.time.Instant;
import java.util.Locale;
import java.util.TreeSet;

/**
 * A chart as a table: one row for each time at which any line has a value, one column for each line; an empty field where it
 * has none. Times in UTC (ISO 8601), numbers with a point, fields quoted where needed and never begun with a sign that a
 * spreadsheet would obey.
 */
final class ChartCsv {
    private ChartCsv() {}

    static String of(ChartPicture picture) {
        var out = new StringBuilder("time");
        for (var series : picture.series()) {
            out.append(',').append(field(series.name() + (series.unit().isEmpty() ? "" : " (" + series.unit() + ")")));
        }
        out.append("\r\n");
        long from = picture.from().toEpochMilli();
        long to = picture.to().toEpochMilli();
        var times = new TreeSet<Long>();
        for (var series : picture.series()) {
            for (int i = series.from(from); i < series.size() && series.time(i) <= to; i++) {
                times.add(series.time(i));
            }
        }
        for (long time : times) {
            out.append(Instant.ofEpochMilli(time));
            for (var series : picture.series()) {
                int at = series.from(time);
                out.append(',');
                if (at < series.size() && series.time(at) == time) {
                    out.append(number(series.value(at)));
                }
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private static String field(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
