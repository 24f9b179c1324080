package io.atalaya.ui.wall;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.overview.StageText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One box of the request path, big. */
final class WallStage extends VBox {
    private final boolean brief;
    private final StateShape shape;
    private final Label caption = new Label();
    private final Label title = new Label();
    private final VBox lines = new VBox();

    /** @param brief half as high: two lines, no more */
    WallStage(boolean brief) {
        this.brief = brief;
        this.shape = new StateShape(brief ? StateShape.Size.PX28 : StateShape.Size.PX44);
        getStyleClass().addAll("wall-stage", brief ? "wall-stage-brief" : "wall-stage-full");
        caption.getStyleClass().add("wall-caption");
        title.getStyleClass().add(brief ? "wall-name" : "wall-title");
        lines.getStyleClass().add("wall-lines");
        caption.setMinWidth(0);
        title.setMinWidth(0);
        setMinWidth(0);
        var words = brief ? new VBox(title, lines) : new VBox(caption, title);
        words.setMinWidth(0);
        var head = new HBox(shape, words);
        head.getStyleClass().add("wall-stage-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (!brief) {
            getChildren().add(lines);
        }
    }

    void show(StageText text) {
        boolean stale = text.freshness() == Freshness.LAST_KNOWN;
        shape.show(text.state(), text.freshness());
        caption.setText(AwsText.line(text.caption()));
        title.setText(AwsText.line(text.title()));
        if (text.state() == State.FAILED || text.state() == State.DEGRADED) {
            StateStyles.apply(this, text.state(), stale);
        } else {
            StateStyles.clear(this);
        }
        lines.getChildren().clear();
        if (brief || text.lines().isEmpty()) {
            line(null, text.word());
        }
        if (!brief) {
            text.lines().stream().limit(2).forEach(it -> line(it.state(), words(it)));
        }
        setAccessibleText(caption.getText() + ": " + title.getText() + ", " + text.word());
    }

    private static String words(StageText.Line line) {
        return (line.label() + " " + line.value()).strip();
    }

    private void line(@org.jspecify.annotations.Nullable State state, String words) {
        var label = new Label(AwsText.line(words));
        label.getStyleClass().add("wall-line");
        label.setMinWidth(0);
        if (state != null) {
            var mark = new StateShape(StateShape.Size.PX18);
            mark.show(state, false);
            label.setGraphic(mark);
            if (state == State.FAILED || state == State.DEGRADED) {
                StateStyles.apply(label, state, false);
            }
        }
        lines.getChildren().add(label);
    }
}
