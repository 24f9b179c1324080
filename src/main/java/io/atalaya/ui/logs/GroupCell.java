package io.atalaya.ui.logs;

import io.atalaya.deployment.LogGroup;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A log group that can be chosen: name, how long it keeps its events, how much it holds. */
final class GroupCell extends ListCell<LogGroup> {
    private final CheckBox box = new CheckBox();
    private final Label kept = new Label();
    private final Label size = new Label();
    private final HBox line;
    private final Units units;
    private final Texts texts;
    private final Predicate<String> chosen;

    GroupCell(Units units, Texts texts, Predicate<String> chosen, Consumer<LogGroup> toggle) {
        this.units = units;
        this.texts = texts;
        this.chosen = chosen;
        setPrefWidth(0); // as wide as the list, however long the name
        box.getStyleClass().add("mono");
        box.setMinWidth(0);
        box.setFocusTraversable(false); // the list is one stop of Tab; Space chooses
        box.setOnAction(it -> {
            var group = getItem();
            if (group != null) {
                toggle.accept(group);
            }
        });
        kept.getStyleClass().add("secondary");
        size.getStyleClass().addAll("mono", "muted", "log-group-size");
        kept.setMinWidth(Region.USE_PREF_SIZE);
        size.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(box, space, kept, size);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("log-group-line");
    }

    @Override
    protected void updateItem(@Nullable LogGroup group, boolean empty) {
        super.updateItem(group, empty);
        if (group == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        box.setText(AwsText.line(group.name()));
        box.setSelected(chosen.test(group.arn()));
        var days = group.retentionDays();
        kept.setText(days == null ? texts.get("logs.group.forever") : texts.get("logs.group.days", days));
        size.setText(units.bytes(group.storedBytes()));
        setAccessibleText(box.getText() + " " + kept.getText() + " " + size.getText());
        setGraphic(line);
    }
}
