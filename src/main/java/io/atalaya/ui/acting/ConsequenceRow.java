package io.atalaya.ui.acting;

import io.atalaya.deployment.State;
import io.atalaya.operate.preflight.Severity;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One thing an act would do: how much it weighs by shape, word and colour, its sentence, and what would help. */
final class ConsequenceRow extends HBox {
    private final VBox words = new VBox();

    ConsequenceRow(Node sign, String word, State colour, String sentence) {
        getStyleClass().add("consequence");
        setAlignment(Pos.TOP_LEFT);
        var weight = new Label(word);
        weight.getStyleClass().add("strong");
        if (colour == State.DEGRADED || colour == State.FAILED) {
            StateStyles.apply(weight, colour, false);
        }
        var said = new Label(sentence);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        words.getChildren().addAll(weight, said);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(sign, words);
        setAccessibleText(word + ": " + sentence);
    }

    static ConsequenceRow of(Severity severity, String word, String sentence) {
        var shape = new StateShape(StateShape.Size.PX14);
        return switch (severity) {
            case BLOCKED -> {
                shape.showNotOffered();
                yield new ConsequenceRow(shape, word, State.FAILED, sentence);
            }
            case DANGER -> of(shape, State.FAILED, word, sentence);
            case CAUTION -> of(shape, State.DEGRADED, word, sentence);
            case NOTE -> new ConsequenceRow(new Icon(Feather.INFO), word, State.UNKNOWN, sentence);
        };
    }

    private static ConsequenceRow of(StateShape shape, State state, String word, String sentence) {
        shape.show(state, false);
        return new ConsequenceRow(shape, word, state, sentence);
    }

    /** What is not known, or what undoes it. */
    static ConsequenceRow of(State state, String word, String sentence) {
        return of(new StateShape(StateShape.Size.PX14), state, word, sentence);
    }

    /** Another act that helps and could go first. */
    void offer(String title, Runnable instead) {
        var button = new Button(title);
        button.getStyleClass().addAll("in-panel", "offer");
        button.setOnAction(it -> instead.run());
        words.getChildren().add(button);
    }
}
