package io.atalaya.ui.logs.insights;

import io.atalaya.logs.insights.TimeChart;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** A chart and which of its lines is which. */
final class ChartPane extends VBox {
    private final InsightsChart chart;
    private final FlowPane legend = new FlowPane();
    private final Texts texts;

    ChartPane(ZoneId zone, Texts texts) {
        this.texts = texts;
        this.chart = new InsightsChart(zone, texts.getLocale());
        getStyleClass().add("insights-chart-pane");
        legend.getStyleClass().add("insights-legend");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(chart, legend);
        setAccessibleText(texts.get("insights.chart"));
    }

    void show(TimeChart newer) {
        chart.show(newer);
        legend.getChildren().clear();
        for (int i = 0; i < newer.lines().size(); i++) {
            var swatch = new Line(0, 0, 18, 0);
            swatch.getStyleClass().addAll("insights-line", "insights-line-" + i % InsightsChart.INKS);
            if (i >= InsightsChart.INKS) {
                swatch.getStrokeDashArray().addAll(6.0, 3.0);
            }
            var entry =
                    new HBox(swatch, new Label(AwsText.line(newer.lines().get(i).name())));
            entry.setAlignment(Pos.CENTER_LEFT);
            entry.getStyleClass().add("insights-legend-entry");
            legend.getChildren().add(entry);
        }
        if (newer.left() > 0) {
            var more = new Label(texts.get("insights.chart.left", newer.left()));
            more.getStyleClass().add("secondary");
            legend.getChildren().add(more);
        }
    }
}
