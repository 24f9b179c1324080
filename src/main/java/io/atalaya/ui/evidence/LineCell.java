package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws a {@link Line}; what is cut off shows whole on hovering. */
final class LineCell extends ListCell<Line> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass FACT = PseudoClass.getPseudoClass("fact");
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");
    private static final int SHORT = 24;

    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label text = new Label();
    private final Label detail = new Label();
    private final HBox row = new HBox(shape, text, detail);

    LineCell() {
        getStyleClass().add("evidence-line-cell");
        row.getStyleClass().add("evidence-line");
        text.getStyleClass().add("evidence-line-text");
        detail.getStyleClass().addAll("evidence-line-detail", "mono-small");
        text.setMinWidth(0);
        detail.setMinWidth(0);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setMaxWidth(Region.USE_COMPUTED_SIZE);
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        var state = line.state();
        shape.setVisible(state != null);
        shape.setManaged(state != null || line.kind() == Line.Kind.SUB || line.kind() == Line.Kind.NOTE);
        shape.show(state == null ? State.UNKNOWN : state, false);
        StateStyles.apply(row, state == null ? State.UNKNOWN : state, false);
        row.pseudoClassStateChanged(HEAD, line.kind() == Line.Kind.HEAD);
        row.pseudoClassStateChanged(FACT, line.kind() == Line.Kind.FACT);
        row.pseudoClassStateChanged(NOTE, line.kind() == Line.Kind.NOTE);
        text.setText(line.text());
        text.setManaged(!line.text().isEmpty());
        text.setVisible(!line.text().isEmpty());
        detail.setText(line.detail());
        setAccessibleText(line.words());
        setTooltip(line.words().length() > SHORT ? new Tooltip(line.words()) : null);
        setGraphic(row);
    }
}
