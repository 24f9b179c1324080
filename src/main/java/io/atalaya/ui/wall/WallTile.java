package io.atalaya.ui.wall;

import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.noc.TileText;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One item, big: value, unit, line, threshold, age; its state as shape and word too. */
final class WallTile extends VBox {
    private static final PseudoClass WORDS = PseudoClass.getPseudoClass("words");
    /** Characters of the largest size that have room in a tile. */
    private static final int MOST = 6;

    private final StateShape shape = new StateShape(StateShape.Size.PX28);
    private final Label name = new Label();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Label place = new Label();
    private final Sparkline line = new Sparkline();
    private final Label threshold = new Label();
    private final Label age = new Label();

    WallTile() {
        getStyleClass().add("wall-tile");
        setMinWidth(0);
        name.getStyleClass().add("wall-caption");
        name.setMinWidth(0);
        number.getStyleClass().add("wall-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("wall-unit");
        unit.setMinWidth(0);
        place.getStyleClass().add("wall-small");
        place.setMinWidth(0);
        threshold.getStyleClass().addAll("wall-small", "wall-mono");
        threshold.setMinWidth(0);
        age.getStyleClass().addAll("wall-small", "wall-mono");
        age.setMinWidth(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(line, Priority.ALWAYS);
        var head = new HBox(shape, name);
        head.getStyleClass().add("wall-tile-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var value = new HBox(number, unit);
        value.getStyleClass().add("wall-tile-value");
        value.setAlignment(Pos.BASELINE_LEFT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(head, value, place, line, foot(threshold, gap, age));
    }

    private static HBox foot(Label threshold, Region gap, Label age) {
        var foot = new HBox(threshold, gap, age);
        foot.getStyleClass().add("wall-tile-foot");
        return foot;
    }

    void show(TileText text, Instant now) {
        shape.show(text.state(), text.stale());
        name.setText(text.name());
        number.setText(text.figure().number());
        number.pseudoClassStateChanged(WORDS, text.figure().number().length() > MOST);
        unit.setText(text.figure().unit());
        place.setText(text.alarmed() ? (text.word() + " " + text.place()).strip() : text.place());
        line.show(text.points(), text.limit());
        threshold.setText(text.threshold());
        var at = text.at();
        age.setText(at == null ? "" : Durations.brief(Duration.between(at, now)));
        if (text.alarmed() || text.stale()) {
            StateStyles.apply(number, text.state(), text.stale());
        } else {
            StateStyles.clear(number);
        }
        if (text.alarmed()) {
            StateStyles.apply(line, text.state(), false);
        } else {
            StateStyles.clear(line);
        }
        setAccessibleText(text.name() + ": " + text.word() + ", " + text.figure() + ", " + age.getText());
    }
}
