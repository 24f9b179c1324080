package io.atalaya.ui.balancing;

import io.atalaya.ui.common.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Since when a target is as it is; at least since then, where this console never saw it otherwise. */
final class SinceCell extends TableCell<TargetRow, TargetRow> implements LiveCells.Live {
    private final BalancingTexts texts;
    private final Supplier<Instant> now;

    SinceCell(BalancingTexts texts, Supplier<Instant> now) {
        this.texts = texts;
        this.now = now;
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
        } else {
            tick();
        }
    }

    @Override
    public void tick() {
        var row = getItem();
        if (row == null) {
            return;
        }
        var since = row.since();
        if (since == null) {
            setText("-");
            return;
        }
        var length = Durations.words(Duration.between(since.from(), now.get()));
        setText(since.notBefore() == null ? texts.get("balancing.atLeast", length) : length);
    }

    static Instant from(TargetRow row) {
        var since = row.since();
        return since == null ? Instant.MIN : since.from();
    }
}
