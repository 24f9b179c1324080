package io.atalaya.ui.common;

import io.atalaya.deployment.Freshness;
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
            boolean stale = getTableView() instanceof DataTable<?> table && table.isStale();
            label.show(
                    stale && seen.freshness() != Freshness.NEVER_READ
                            ? new Seen(seen.condition(), Freshness.LAST_KNOWN)
                            : seen);
            setGraphic(label);
        }
    }
}
