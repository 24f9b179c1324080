package io.atalaya.ui.noc.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The values at the cross, in a box beside it. */
final class HoverBox extends VBox {
    private final Label time = new Label();
    private final GridPane rows = new GridPane();
    private final VBox happened = new VBox();

    HoverBox() {
        getStyleClass().add("chart-hover");
        time.getStyleClass().add("chart-hover-time");
        rows.getStyleClass().add("chart-hover-rows");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(new ColumnConstraints(), names, new ColumnConstraints());
        setMouseTransparent(true);
        getChildren().addAll(time, rows, happened);
    }

    void show(Hover hover) {
        time.setText(hover.time());
        rows.getChildren().clear();
        for (var row : hover.rows()) {
            var name = new Label(row.name());
            name.setMaxWidth(220);
            var value = new Label(row.value());
            value.getStyleClass().add("mono");
            value.setMinWidth(USE_PREF_SIZE);
            rows.addRow(rows.getRowCount(), new InkLine(row.number()), name, value);
        }
        happened.getChildren()
                .setAll(hover.happened().stream()
                        .map(words -> {
                            var label = new Label(words);
                            label.getStyleClass().add("caption");
                            label.setWrapText(true);
                            label.setMaxWidth(320);
                            return label;
                        })
                        .toList());
        setVisible(true);
    }

    /** Beside the cross, at the side with room. */
    void place(double x, double top, double width, double height) {
        applyCss();
        double wide = Math.min(prefWidth(-1), width);
        double tall = Math.min(prefHeight(wide), height);
        double left = x + 12 + wide <= width ? x + 12 : x - 12 - wide;
        resizeRelocate(Math.max(0, left), Math.min(top, Math.max(0, height - tall)), wide, tall);
    }
}
