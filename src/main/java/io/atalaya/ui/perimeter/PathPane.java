package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Hop;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A path as two rows of steps: the request from left to right, the reply below it from right to left. */
final class PathPane extends GridPane {
    private final Texts texts;
    private final Consumer<HopText> choose;
    private final List<HopCard> cards = new ArrayList<>();

    /** @param choose told when a person wants the rules of a step */
    PathPane(Texts texts, Consumer<HopText> choose) {
        this.texts = texts;
        this.choose = choose;
        getStyleClass().add("path-pane");
        setId("perimeter-path");
    }

    /** Draws a path anew. */
    void show(List<HopText> there, List<HopText> back) {
        getChildren().clear();
        getColumnConstraints().clear();
        cards.clear();
        var columns = PathLanes.of(there, back);
        getColumnConstraints().add(width(Region.USE_PREF_SIZE, Priority.NEVER));
        add(side("there", "request"), 0, 0);
        add(side("back", "reply"), 0, 1);
        var before = new HopText[2];
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                getColumnConstraints().add(width(Region.USE_PREF_SIZE, Priority.NEVER));
            }
            getColumnConstraints().add(width(0, Priority.ALWAYS));
            var column = columns.get(i);
            place(column.there(), 0, i, before[0]);
            place(column.back(), 1, i, before[1]);
            before[0] = column.there() == null ? before[0] : column.there();
            before[1] = column.back() == null ? before[1] : column.back();
        }
    }

    /** @param before the step at the left of it, for the arrow between the two; null for none */
    private void place(@Nullable HopText hop, int row, int column, @Nullable HopText before) {
        var at = 1 + column * 2;
        if (hop == null) {
            if (before != null) {
                var line = new Region();
                line.getStyleClass().add("hop-line");
                add(line, at - 1, row, 2, 1);
                GridPane.setValignment(line, VPos.CENTER);
            }
            return;
        }
        var card = new HopCard(hop, choose);
        cards.add(card);
        add(card, at, row);
        GridPane.setFillHeight(card, true);
        GridPane.setFillWidth(card, true);
        if (before != null) {
            var arrow = new Icon(row == 0 ? Feather.ARROW_RIGHT : Feather.ARROW_LEFT);
            arrow.getStyleClass().add("hop-arrow");
            // the arrow into the step that stops is the last thing that is lost
            var into = row == 0 ? hop : before;
            if (into.decides() && into.hop().effect() == Hop.Effect.STOPS) {
                arrow.getStyleClass().add("hop-lost");
            }
            add(arrow, at - 1, row);
            GridPane.setHalignment(arrow, HPos.CENTER);
        }
    }

    private Node side(String name, String detail) {
        var title = new Label(texts.get("perimeter.path." + name));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(texts.get("perimeter.path." + detail));
        what.getStyleClass().add("caption");
        what.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(title, what);
        box.getStyleClass().add("path-side");
        return box;
    }

    private static ColumnConstraints width(double least, Priority grow) {
        var constraints = new ColumnConstraints();
        constraints.setMinWidth(least);
        constraints.setHgrow(grow);
        return constraints;
    }

    /** Which step's rules are below. */
    void setChosen(@Nullable HopText chosen) {
        cards.forEach(card -> card.setChosen(card.hop() == chosen));
    }

    /** How many steps stand side by side. */
    int columns() {
        return (getColumnConstraints().size()) / 2;
    }
}
