package io.atalaya.ui.logs;

import io.atalaya.deployment.LogGroup;
import io.atalaya.logs.TailedGroup;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A log group that can be chosen: name, how long it keeps its events, how much it holds. */
final class GroupCell extends ListCell<LogGroup> {
    private final CheckBox box = new CheckBox();
    private final Hyperlink streams = new Hyperlink();
    private final Label kept = new Label();
    private final Label size = new Label();
    private final HBox line;
    private final Units units;
    private final Texts texts;
    private final Choice choice;

    /** What is chosen, and how it is changed. */
    interface Choice {
        /** How the group is read; null where it is not chosen. */
        @Nullable
        TailedGroup of(LogGroup group);

        void toggle(LogGroup group);

        /** Offers the streams of a group that is chosen. */
        void streams(LogGroup group);
    }

    GroupCell(Units units, Texts texts, Choice choice) {
        this.units = units;
        this.texts = texts;
        this.choice = choice;
        setPrefWidth(0); // as wide as the list, however long the name
        box.getStyleClass().add("mono");
        box.setMinWidth(0);
        box.setFocusTraversable(false); // the list is one stop of Tab; Space chooses
        box.setOnAction(it -> {
            var group = getItem();
            if (group != null) {
                choice.toggle(group);
            }
        });
        streams.setFocusTraversable(false); // Enter on the list does the same
        streams.setMinWidth(Region.USE_PREF_SIZE);
        streams.setOnAction(it -> {
            streams.setVisited(false);
            if (getItem() != null) {
                choice.streams(getItem());
            }
        });
        kept.getStyleClass().add("secondary");
        size.getStyleClass().addAll("mono", "muted", "log-group-size");
        kept.setMinWidth(Region.USE_PREF_SIZE);
        size.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(box, space, streams, kept, size);
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
        var read = choice.of(group);
        box.setSelected(read != null);
        streams.setVisible(read != null);
        streams.setText(read == null ? "" : StreamsPane.words(read, texts));
        var days = group.retentionDays();
        kept.setText(days == null ? texts.get("logs.group.forever") : texts.get("logs.group.days", days));
        size.setText(units.bytes(group.storedBytes()));
        setAccessibleText(box.getText() + " " + streams.getText() + " " + kept.getText() + " " + size.getText());
        setGraphic(line);
    }
}
