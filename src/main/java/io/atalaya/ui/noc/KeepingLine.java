package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line that says how the desk is kept and shared: quiet where it is, with a mark where it is not. */
public final class KeepingLine extends Label {
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Tooltip more = new Tooltip();
    private KeepingTexts.@Nullable Line shown;

    public KeepingLine() {
        getStyleClass().addAll("secondary", "desk-keeping");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMinWidth(0);
    }

    void show(KeepingTexts.Line line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        setText(line.words());
        shape.show(line.state(), false);
        if (line.state() == State.HEALTHY) {
            setGraphic(null);
            StateStyles.clear(this); // no green word: that it is kept is nothing to look at
        } else {
            setGraphic(shape);
            StateStyles.apply(this, line.state(), false);
        }
        more.setText(line.more());
        setTooltip(line.more().isEmpty() ? null : more);
    }
}
