package io.atalaya.ui.evidence;

import io.atalaya.ui.common.Ages;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** When, in local time, and how long ago; both clocks on hovering. */
final class WhenCell extends TableCell<CapsuleRow, Instant> {
    private final Ages ages;
    private final ObservableValue<Instant> now;

    WhenCell(Ages ages, ObservableValue<Instant> now) {
        this.ages = ages;
        this.now = now;
    }

    @Override
    protected void updateItem(@Nullable Instant when, boolean empty) {
        super.updateItem(when, empty);
        if (empty || when == null) {
            setText(empty ? null : "-");
            setTooltip(null);
            return;
        }
        setText(ages.time(when, now.getValue()) + " · " + ages.ago(when, now.getValue()));
        setTooltip(new Tooltip(ages.exact(when)));
    }
}
