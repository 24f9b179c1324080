package io.atalaya.ui.common;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The first column of every table: shape and word. */
public final class StateCell<S> extends TableCell<S, Seen> {
    private final StateLabel label = new StateLabel();

    public StateCell() {
        getStyleClass().add("state-cell");
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        if (empty || seen == null) {
            setGraphic(null);
        } else {
            label.show(seen);
            setGraphic(label);
        }
    }
}
