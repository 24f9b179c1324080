package io.atalaya.ui.balancing;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateStyles;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Why a target is as it is: AWS's reason code and description; of one that drains, how long it will at most. */
final class WhyCell extends TableCell<TargetRow, TargetRow> implements LiveCells.Live {
    private final BalancingTexts texts;
    private final Supplier<Instant> now;
    private final Label label = new Label();
    private final Tooltip tip = new Tooltip();

    WhyCell(BalancingTexts texts, Supplier<Instant> now) {
        this.texts = texts;
        this.now = now;
        label.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        var state = row.seen().condition().state();
        if (state == State.HEALTHY) {
            StateStyles.clear(label);
        } else {
            StateStyles.apply(label, state, false);
        }
        setGraphic(label);
        tip.setText(AwsText.hint(word(row)));
        setTooltip(word(row).isEmpty() ? null : tip);
        tick();
    }

    @Override
    public void tick() {
        var row = getItem();
        if (row == null) {
            return;
        }
        var draining = row.draining();
        var stopped = row.facts().registeredButStopped();
        label.setText(AwsText.line(
                draining != null
                        ? texts.left(draining, now.get())
                        : stopped ? texts.get("balancing.stopped", state(row)) : word(row)));
    }

    private static String state(TargetRow row) {
        var instance = row.facts().instance();
        return instance == null ? word(row) : instance.state();
    }

    /** {@code Target.Timeout · Request timed out}; empty where AWS gave no reason. */
    static String word(TargetRow row) {
        var target = row.facts().target();
        var reason = target.reason();
        return reason == null ? "" : target.description() == null ? reason : reason + " · " + target.description();
    }
}
