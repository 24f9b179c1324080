package io.atalaya.ui.balancing;

import io.atalaya.watch.DeploymentHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The day of a target. It moves on once a minute: less than that nobody sees. */
final class StripCell extends TableCell<TargetRow, TargetRow> implements LiveCells.Live {
    private final BalancingTexts texts;
    private final Supplier<Instant> now;
    private final Supplier<@Nullable Instant> lastAnswer;
    private final HistoryStrip strip = new HistoryStrip();
    private final Tooltip tip = new Tooltip();
    private Instant drawn = Instant.MIN;

    StripCell(BalancingTexts texts, Supplier<Instant> now, Supplier<@Nullable Instant> lastAnswer) {
        this.texts = texts;
        this.now = now;
        this.lastAnswer = lastAnswer;
        getStyleClass().add("strip-cell");
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setGraphic(strip);
        setTooltip(tip);
        drawn = Instant.MIN;
        tick();
    }

    @Override
    public void tick() {
        var row = getItem();
        var minute = now.get().truncatedTo(ChronoUnit.MINUTES);
        if (row == null || minute.equals(drawn)) {
            return;
        }
        drawn = minute;
        var said = texts.day(row.strip(), now.get());
        tip.setText(said);
        strip.setAccessibleText(said);
        strip.show(StripSegment.of(row.strip(), lastAnswer.get(), now.get(), DeploymentHistory.SPAN));
    }
}
