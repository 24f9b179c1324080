package io.atalaya.ui.compute;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One step of a lineage: name, what it is, and whether it is the newest. */
final class LineageCard extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final double LONGEST_TITLE = 170;

    private final LineageText text;

    LineageCard(LineageText text, Consumer<ResourceRef> open) {
        this.text = text;
        getStyleClass().add("lineage-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(AwsText.line(text.title() + " " + text.detail() + " " + text.mark()));
        var title = new Label(AwsText.line(text.title()));
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        title.setMaxWidth(LONGEST_TITLE);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap);
        head.getStyleClass().add("lineage-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (text.state() != State.HEALTHY) {
            var shape = new StateShape(StateShape.Size.PX12);
            shape.show(text.state(), false);
            head.getChildren().add(shape);
        }
        if (!text.mark().isEmpty()) {
            var mark = new Label(AwsText.word(text.mark()));
            mark.getStyleClass().add("lineage-mark");
            mark.setMinWidth(0);
            if (text.state() == State.HEALTHY) {
                mark.getStyleClass().add("muted");
            } else {
                StateStyles.apply(mark, text.state(), false);
            }
            head.getChildren().add(mark);
        }
        var detail = new Label(AwsText.line(text.detail()));
        detail.getStyleClass().addAll("mono-small", "muted");
        detail.setMinWidth(0);
        getChildren().addAll(head, detail);
        Tooltip.install(this, new Tooltip(AwsText.hint(text.tip())));
        var ref = text.ref();
        if (ref != null) {
            getStyleClass().add("lineage-link");
            setFocusTraversable(true);
            setOnMouseClicked(event -> {
                requestFocus();
                open.accept(ref);
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    open.accept(ref);
                    event.consume();
                }
            });
        }
    }

    LineageText text() {
        return text;
    }

    void select(boolean on) {
        pseudoClassStateChanged(SELECTED, on);
    }
}
