package io.atalaya.ui.noc.chart;

import java.util.Arrays;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** A piece of a line of the chart: in a legend it says which is which. */
final class InkLine extends StackPane {
    InkLine(int number) {
        var line = new Line(0, 0, 18, 0);
        line.getStyleClass().addAll("chart-ink", "chart-ink-" + number % ChartInks.INKS);
        line.getStrokeDashArray()
                .setAll(Arrays.stream(ChartInks.dashes(number)).boxed().toList());
        setMinWidth(20);
        setMaxWidth(20);
        getChildren().add(line);
    }
}
