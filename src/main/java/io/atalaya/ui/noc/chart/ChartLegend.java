package io.atalaya.ui.noc.chart;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** One row for each line: which it is, its last, least and greatest value, and how far it can be trusted. */
final class ChartLegend extends GridPane {
    private final MetricChart chart;
    private final Texts texts;
    private final ChartUnits units;
    private List<String> names = List.of();

    ChartLegend(MetricChart chart, Texts texts) {
        this.chart = chart;
        this.texts = texts;
        this.units = new ChartUnits(texts.getLocale());
        getStyleClass().add("metric-legend");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), name);
        for (int i = 0; i < 3; i++) {
            var figure = new ColumnConstraints();
            figure.setHalignment(HPos.RIGHT);
            figure.setMinWidth(USE_PREF_SIZE);
            getColumnConstraints().add(figure);
        }
    }

    void show(ChartPicture picture) {
        var wanted = picture.series().stream().map(ChartSeries::name).toList();
        if (!wanted.equals(names)) {
            names = wanted;
            chart.showAll();
        }
        getChildren().clear();
        head();
        for (int i = 0; i < picture.series().size(); i++) {
            row(i, picture);
        }
    }

    private void head() {
        var heads = Stream.of("", "", "", "noc.chart.last", "noc.chart.least", "noc.chart.greatest", "")
                .map(key -> {
                    var label = new Label(key.isEmpty() ? "" : texts.get(key));
                    label.getStyleClass().add("caption");
                    return label;
                })
                .toArray(Label[]::new);
        addRow(0, heads);
    }

    private void row(int number, ChartPicture picture) {
        var series = picture.series().get(number);
        var drawn = new CheckBox();
        drawn.setSelected(!chart.isHidden(number));
        drawn.setAccessibleText(texts.get("noc.chart.draw", series.name()));
        drawn.selectedProperty().subscribe(on -> chart.setHidden(number, !on));
        var name = new Label(AwsText.line(series.name()));
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(AwsText.hint(series.name())));
        var found = series.within(picture.from().toEpochMilli(), picture.to().toEpochMilli());
        var note = new Label(note(series, picture, number));
        note.getStyleClass().add("caption");
        note.setMinWidth(USE_PREF_SIZE);
        addRow(
                number + 1,
                drawn,
                new InkLine(number),
                name,
                figure(found.map(ChartSeries.Extremes::last).orElse(Double.NaN), series.unit()),
                figure(found.map(ChartSeries.Extremes::least).orElse(Double.NaN), series.unit()),
                figure(found.map(ChartSeries.Extremes::greatest).orElse(Double.NaN), series.unit()),
                note);
        for (var node : List.of(drawn, name)) {
            node.hoverProperty().subscribe(on -> chart.setChosen(on ? number : -1));
        }
    }

    private Label figure(double value, String unit) {
        var label = new Label(units.text(value, unit));
        label.getStyleClass().add("mono");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private String note(ChartSeries series, ChartPicture picture, int number) {
        if (series.size() == 0) {
            return texts.get("noc.chart.noPoints");
        }
        var stale = Staleness.of(series, picture.now());
        if (stale.isPresent()) {
            return texts.get("common.age.lastKnown", Durations.words(stale.get()));
        }
        if (!chart.isHidden(number)
                && !ChartLayout.drawnUnits(picture, chart.hidden()).contains(series.unit())) {
            return texts.get("noc.chart.thirdUnit");
        }
        return series.partial() ? texts.get("noc.chart.partial") : "";
    }
}
