package io.atalaya.ui.overview;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.StateLabel;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** What happened, in AWS's word; only what failed or is under way has a shape. */
final class ChangeCell extends TableCell<ChangeRow, Seen> {
    private final StateLabel label = new StateLabel();

    ChangeCell() {
        getStyleClass().addAll("change-cell", "mono-column");
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        var state = empty || seen == null ? null : seen.condition().state();
        if (seen != null && (state == State.FAILED || state == State.CHANGING)) {
            label.show(seen);
            setGraphic(label);
            setText(null);
        } else {
            setGraphic(null);
            setText(seen == null || empty ? null : AwsText.word(seen.condition().word()));
        }
    }
}
