package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.overview.Urgency;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Two lines of what and why, since when, and the next click. */
final class AttentionCell extends ListCell<AttentionRow> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Texts texts;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Icon note = new Icon(Feather.INFO);
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label ago = new Label();
    private final Label begun = new Label();
    private final Button next = new Button();
    private final HBox row;

    AttentionCell(Texts texts, Consumer<AttentionRow> follow) {
        this.texts = texts;
        getStyleClass().add("attention-cell");
        title.getStyleClass().add("strong");
        detail.getStyleClass().add("secondary");
        ago.getStyleClass().add("mono");
        begun.getStyleClass().addAll("mono-small", "muted");
        next.getStyleClass().add("in-panel");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setFocusTraversable(false);
        next.setOnAction(event -> {
            var item = getItem();
            if (item != null) {
                follow.accept(item);
            }
        });
        var mark = new StackPane(shape, note);
        mark.getStyleClass().add("attention-mark");
        var words = new VBox(title, detail);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var times = new VBox(ago, begun);
        times.getStyleClass().add("attention-times");
        times.setAlignment(Pos.CENTER_RIGHT);
        times.setMinWidth(Region.USE_PREF_SIZE);
        var step = new HBox(next);
        step.getStyleClass().add("attention-step");
        step.setAlignment(Pos.CENTER_RIGHT);
        step.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(mark, words, times, step);
        row.getStyleClass().add("attention-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable AttentionRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            pseudoClassStateChanged(FAILED, false);
            return;
        }
        var urgency = item.finding().urgency();
        var stale = item.freshness() == Freshness.LAST_KNOWN;
        shape.setVisible(urgency != Urgency.NOTE);
        note.setVisible(urgency == Urgency.NOTE);
        shape.show(urgency.state(), stale);
        title.setText(AwsText.line(item.title()));
        title.setTooltip(new Tooltip(AwsText.hint(item.title())));
        detail.setText(AwsText.line(item.detail()));
        detail.setTooltip(new Tooltip(AwsText.hint(item.detail())));
        ago.setText(item.ago());
        begun.setText(item.begun());
        next.setText(texts.get("overview.next." + NextStep.of(item.finding().kind())));
        pseudoClassStateChanged(FAILED, urgency == Urgency.FAILED && !stale);
        setAccessibleText(
                texts.get("overview.word." + urgency.state()) + ", " + title.getText() + ". " + detail.getText());
        setGraphic(row);
    }
}
