package io.atalaya.ui.noc;

import io.atalaya.deployment.State;
import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.StateShape;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One entry of an alarm's history: when, from which state to which, why in CloudWatch's words; how long ago. */
final class AlarmChangeCell extends ListCell<AlarmHistory.Change> {
    private final ViewContext context;
    private final Ages ages;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label what = new Label();
    private final Label at = new Label();
    private final Label why = new Label();
    private final HBox row;

    AlarmChangeCell(ViewContext context) {
        this.context = context;
        this.ages = new Ages(context.texts(), context.zone());
        getStyleClass().add("desk-cell");
        what.getStyleClass().add("strong");
        what.setMinWidth(0);
        at.getStyleClass().addAll("mono-small", "muted");
        at.setMinWidth(Region.USE_PREF_SIZE);
        why.getStyleClass().add("secondary");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(what, gap, at);
        line.getStyleClass().add("desk-line");
        var words = new VBox(line, why);
        words.getStyleClass().add("desk-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(shape, words);
        row.getStyleClass().add("desk-row");
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(AlarmHistory.@Nullable Change item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        var now = context.now().getValue();
        var texts = context.texts();
        var from = item.from();
        var to = item.to();
        shape.show(state(item), item.kind() != AlarmHistory.Kind.STATE);
        what.setText(
                from == null || to == null
                        ? AwsText.line(item.summary())
                        : texts.get("noc.history.turn", AwsText.word(from), AwsText.word(to)));
        at.setText(texts.get(
                "noc.history.when",
                ages.time(item.at(), now),
                Durations.words(Duration.between(item.at(), now.isBefore(item.at()) ? item.at() : now))));
        at.setTooltip(new Tooltip(ages.exact(item.at())));
        var reason = item.reason();
        why.setText(reason == null ? "" : AwsText.hint(reason));
        why.setManaged(!why.getText().isEmpty());
        setAccessibleText(what.getText() + " " + at.getText() + " " + why.getText());
        setGraphic(row);
    }

    private static State state(AlarmHistory.Change change) {
        return switch (change.to() == null ? "" : change.to()) {
            case "OK" -> State.HEALTHY;
            case "ALARM" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }
}
