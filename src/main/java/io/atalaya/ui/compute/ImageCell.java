package io.atalaya.ui.compute;

import io.atalaya.deployment.State;
import io.atalaya.deployment.compute.ImageVerdict;
import io.atalaya.deployment.compute.InstanceFacts;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The image of a machine, with a mark when it is not the one it would be started from today. */
final class ImageCell extends TableCell<Row<InstanceFacts>, InstanceFacts> {
    private final Texts texts;
    private final Label name = new Label();
    private final StateShape shape = new StateShape(StateShape.Size.PX12);
    private final Label mark = new Label();
    private final HBox line = new HBox(name, shape, mark);
    private final Tooltip tip = new Tooltip();

    ImageCell(Texts texts) {
        this.texts = texts;
        line.getStyleClass().add("image-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        mark.getStyleClass().add("image-mark");
        StateStyles.apply(mark, State.DEGRADED, false);
        shape.show(State.DEGRADED, false);
        mark.setText(texts.get("compute.image.notCurrent"));
    }

    @Override
    protected void updateItem(@Nullable InstanceFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (empty || facts == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        var id = facts.instance().imageId();
        name.setText(AwsText.line(facts.image() != null ? facts.image().name() : id == null ? "-" : id));
        var verdict = facts.verdict();
        var behind = verdict.currency() == ImageVerdict.Currency.BEHIND_TEMPLATE
                || verdict.currency() == ImageVerdict.Currency.NEWER_EXISTS;
        shape.setVisible(behind);
        shape.setManaged(behind);
        mark.setVisible(behind);
        mark.setManaged(behind);
        tip.setText((id == null ? "-" : id) + "\n"
                + texts.get(
                        "compute.verdict." + verdict.currency(),
                        verdict.expectedImageId() == null ? "" : verdict.expectedImageId()));
        setTooltip(tip);
        setGraphic(line);
    }
}
