package io.atalaya.ui.logs.insights;

import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.TimeChart;
import io.atalaya.ui.common.Columns;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A column for each field of a result: times in the screen's zone, figures at the right, the message widest. */
final class ResultColumns {
    /** A number as CloudWatch wrote it, sorted by what it is worth. */
    record Figure(String text, double value) implements Comparable<Figure> {
        @Override
        public int compareTo(Figure other) {
            return Double.compare(value, other.value);
        }
    }

    private static final double TIME_WIDTH = 200;

    private final DateTimeFormatter time;
    private final String offset;

    ResultColumns(ZoneId zone, Instant now) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                .withZone(zone);
        var there = zone.getRules().getOffset(now);
        this.offset = there.getTotalSeconds() == 0 ? "UTC" : there.getId();
    }

    List<TableColumn<ResultTable.Row, ?>> of(ResultTable table) {
        var columns = new ArrayList<TableColumn<ResultTable.Row, ?>>();
        for (int i = 0; i < table.fields().size(); i++) {
            columns.add(column(table, i));
        }
        return columns;
    }

    private TableColumn<ResultTable.Row, ?> column(ResultTable table, int index) {
        var field = table.fields().get(index);
        switch (kind(table, index)) {
            case TIME -> {
                var column = Columns.<ResultTable.Row>mono(
                        field + " " + offset,
                        TIME_WIDTH,
                        row -> shownTime(row.values().get(index)));
                column.setMinWidth(TIME_WIDTH); // a time that is cut is none
                return column;
            }
            case NUMBER -> {
                return Columns.<ResultTable.Row, Figure>number(
                        field, 110, row -> figure(row.values().get(index)), Figure::text);
            }
            default -> {
                var wide = field.equals("@message") ? 640 : field.startsWith("@") ? 180 : 220;
                var column = Columns.<ResultTable.Row>mono(
                        field, wide, row -> row.values().get(index));
                column.getStyleClass().add("insights-text");
                return column;
            }
        }
    }

    private enum Kind {
        TIME,
        NUMBER,
        TEXT
    }

    private static Kind kind(ResultTable table, int index) {
        boolean times = false;
        boolean numbers = false;
        boolean others = false;
        for (var row : table.rows()) {
            var value = row.values().get(index);
            if (value != null) {
                boolean time = TimeChart.time(value).isPresent();
                boolean number = !time && figure(value) != null;
                times |= time;
                numbers |= number;
                others |= !time && !number;
            }
        }
        return others || times && numbers ? Kind.TEXT : times ? Kind.TIME : numbers ? Kind.NUMBER : Kind.TEXT;
    }

    private @Nullable String shownTime(@Nullable String value) {
        return value == null ? null : TimeChart.time(value).map(time::format).orElse(value);
    }

    private static @Nullable Figure figure(@Nullable String value) {
        if (value == null
                || value.isEmpty()
                || value.length() > 40
                || "-.0123456789".indexOf(value.charAt(0)) < 0
                || !Character.isDigit(value.charAt(value.length() - 1))) {
            return null;
        }
        try {
            return new Figure(value, Double.parseDouble(value));
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
