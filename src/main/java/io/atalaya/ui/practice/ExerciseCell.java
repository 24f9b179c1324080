package io.atalaya.ui.practice;

import io.atalaya.deployment.State;
import io.atalaya.practice.Exercise;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An exercise: its name, and below it how long it takes, that it runs, or what the deployment lacks. */
final class ExerciseCell extends ListCell<Exercise> {
    private final Texts texts;
    private final GameDayModel model;
    private final StateShape shape = new StateShape(StateShape.Size.PX14);
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox row;

    ExerciseCell(Texts texts, GameDayModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("exercise-cell");
        name.getStyleClass().add("strong");
        note.getStyleClass().add("secondary");
        var words = new VBox(name, note);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(words, shape);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Exercise item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var runs = model.running()
                .filter(each -> each.exercise().equals(item.id()))
                .isPresent();
        var lack = item.lack();
        name.setText(model.name(item.id()));
        note.setText(
                runs
                        ? texts.get("practice.runs")
                        : lack == null
                                ? texts.get(
                                        "practice.takes.short", item.length().toMinutes())
                                : model.lack(lack));
        note.setTooltip(new Tooltip(note.getText()));
        name.getStyleClass().remove("muted");
        if (lack != null && !runs) {
            name.getStyleClass().add("muted");
        }
        shape.setVisible(runs);
        shape.show(State.CHANGING, false);
        setAccessibleText(name.getText() + ". " + note.getText());
        setGraphic(row);
    }
}
