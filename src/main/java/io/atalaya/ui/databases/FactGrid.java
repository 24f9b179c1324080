package io.atalaya.ui.databases;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Facts in two columns of labels and values, read downwards. */
public final class FactGrid extends GridPane {
    private List<CardFact> shown = List.of();

    public FactGrid() {
        getStyleClass().add("fact-grid");
        for (int i = 0; i < 2; i++) {
            var label = new ColumnConstraints();
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setHalignment(HPos.LEFT);
            var value = new ColumnConstraints(0, 120, Double.MAX_VALUE);
            value.setHgrow(Priority.ALWAYS);
            getColumnConstraints().addAll(label, value);
        }
    }

    void show(List<CardFact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        getChildren().clear();
        int rows = (facts.size() + 1) / 2;
        for (int i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            var label = new Label(fact.label());
            label.getStyleClass().add("secondary");
            add(label, i / rows * 2, i % rows);
            add(value(fact), i / rows * 2 + 1, i % rows);
        }
    }

    private static HBox value(CardFact fact) {
        var value = new Label(AwsText.line(fact.value()));
        value.setMinWidth(0);
        value.getStyleClass().add(fact.mono() ? "mono" : "fact-value");
        value.setTooltip(
                new Tooltip(AwsText.hint(fact.hint().isEmpty() ? fact.value() : fact.value() + "\n" + fact.hint())));
        var row = new HBox(value);
        row.getStyleClass().add("fact-row");
        row.setMinWidth(0);
        var state = fact.state();
        if (state != null && state != State.HEALTHY) {
            var shape = new StateShape(StateShape.Size.PX12);
            shape.show(state, false);
            row.getChildren().addFirst(shape);
            StateStyles.apply(value, state, false);
        }
        return row;
    }
}
