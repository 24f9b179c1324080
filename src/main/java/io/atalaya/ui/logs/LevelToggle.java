package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A level with how many rows have it; pressed, they are hidden or shown. */
final class LevelToggle extends ToggleButton {
    private final String word;
    private final Label count = new Label();

    LevelToggle(Level level, String word, Runnable toggle) {
        this.word = word;
        getStyleClass().setAll("log-level", "log-level-" + level.name().toLowerCase(Locale.ROOT));
        var sign = new Region();
        sign.getStyleClass().add("log-level-sign");
        var name = new Label(word);
        name.getStyleClass().add("log-level-word");
        count.getStyleClass().add("mono");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(sign, name, space, count);
        line.getStyleClass().add("log-level-line");
        line.prefWidthProperty().bind(widthProperty().subtract(8));
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setSelected(true);
        setOnAction(it -> toggle.run());
    }

    void show(String number, boolean shown, String hidden) {
        setSelected(shown);
        count.setText(shown ? number : hidden);
        setAccessibleText(word + " " + count.getText());
    }
}
