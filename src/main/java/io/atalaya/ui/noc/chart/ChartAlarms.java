package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.MetricId;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Alarms from a chart: which line, at which height, told in CloudWatch's unit. */
final class ChartAlarms {
    /** Lines named one by one in the menu. */
    private static final int MOST = 12;
    /** No alarm needs more digits than a person reads. */
    private static final int DIGITS = 3;

    private final Acts acts;
    private final Texts texts;

    ChartAlarms(Acts acts, Texts texts) {
        this.acts = acts;
        this.texts = texts;
    }

    /** The drawn line that is nearest to a point, in px; empty where none is near in time. */
    static OptionalInt nearest(ChartPicture picture, ChartLayout layout, Set<Integer> hidden, double x, double y) {
        long time = layout.time().time(x);
        return IntStream.range(0, picture.series().size())
                .filter(i -> !hidden.contains(i)
                        && layout.scale(picture.series().get(i)).isPresent())
                .filter(i -> picture.series().get(i).at(time).isPresent())
                .boxed()
                .min(Comparator.comparingDouble(i -> Math.abs(y(picture.series().get(i), layout, time) - y)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static double y(ChartSeries series, ChartLayout layout, long time) {
        return layout.scale(series).orElseThrow().y(series.value(series.at(time).orElseThrow()));
    }

    /** What can be done for one line at one value, as its axis has it. */
    List<MenuItem> at(ChartModel.Shown shown, int line, double value, Node from) {
        return wish(shown, line, value).stream()
                .flatMap(wish -> acts.alarms(wish).stream())
                .map(offer -> {
                    var item = new MenuItem(offer.title());
                    item.setOnAction(it -> offer.open().accept(from));
                    return item;
                })
                .toList();
    }

    /** The same for each drawn line, at its bound where it has one, at the greatest value where it has none. */
    List<MenuItem> ofEach(ChartModel.Shown shown, Set<Integer> hidden, Node from) {
        var picture = shown.picture();
        var lines = IntStream.range(0, picture.series().size())
                .filter(i -> !hidden.contains(i) && picture.series().get(i).size() > 0)
                .limit(MOST)
                .boxed()
                .toList();
        var items = new ArrayList<MenuItem>();
        for (int line : lines) {
            var all = at(shown, line, bound(picture, line), from);
            if (lines.size() == 1) {
                items.addAll(all);
            } else if (!all.isEmpty()) {
                var menu = new Menu(picture.series().get(line).name());
                menu.getItems().setAll(all);
                items.add(menu);
            }
        }
        return items;
    }

    /** With the words of what it is about above. */
    List<MenuItem> named(ChartModel.Shown shown, int line, double value, Node from) {
        var items = at(shown, line, value, from);
        if (items.isEmpty()) {
            return items;
        }
        var series = shown.picture().series().get(line);
        var head = new MenuItem(texts.get(
                "noc.chart.alarmAt",
                series.name(),
                new ChartUnits(texts.getLocale()).text(rounded(value), series.unit())));
        head.setDisable(true);
        var all = new ArrayList<MenuItem>(List.of(head, new SeparatorMenuItem()));
        all.addAll(items);
        return all;
    }

    private static double bound(ChartPicture picture, int line) {
        var series = picture.series().get(line);
        return picture.limits().stream()
                .filter(each -> each.unit().equals(series.unit()))
                .map(ChartPicture.Limit::value)
                .reduce((first, second) -> second)
                .orElseGet(() -> series.within(
                                picture.from().toEpochMilli(), picture.to().toEpochMilli())
                        .map(ChartSeries.Extremes::greatest)
                        .orElse(0.0));
    }

    private static Optional<Acts.AlarmWish> wish(ChartModel.Shown shown, int line, double value) {
        var asked = shown.question().lines();
        if (line >= asked.size() || line >= shown.picture().series().size()) {
            return Optional.empty();
        }
        var about = asked.get(line);
        var series = shown.picture().series().get(line);
        int period = (int) (series.periodMillis() / 1000);
        double raw = rounded(value) / about.factor(period);
        return Optional.of(new Acts.AlarmWish(
                about.metric(),
                rounded(raw),
                above(shown.picture(), series, value),
                period,
                name(shown.question(), about.metric(), about.name())));
    }

    /** Which way is bad is said by the bounds of its unit; where it has none, away from where it is now. */
    private static boolean above(ChartPicture picture, ChartSeries series, double value) {
        return picture.limits().stream()
                .filter(each -> each.unit().equals(series.unit()))
                .findFirst()
                .map(ChartPicture.Limit::above)
                .orElseGet(() -> series.size() == 0 || value >= series.value(series.size() - 1));
    }

    private static String name(ChartQuestion question, MetricId metric, String line) {
        return (question.title().isEmpty() ? metric.metric() : question.title())
                + (line.isEmpty() || line.equals(question.title()) ? "" : " " + line);
    }

    private static double rounded(double value) {
        return value == 0 || !Double.isFinite(value)
                ? value
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(DIGITS))
                        .doubleValue();
    }
}
