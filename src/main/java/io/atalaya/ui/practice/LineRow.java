package io.atalaya.ui.practice;

import io.atalaya.deployment.State;
import io.atalaya.practice.Line;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** One line of the end page: time, the truth, and what the console made of it with a shape before it. */
final class LineRow extends GridPane {
    private static final double TIME = 12;
    private static final double HAPPENED = 44;

    private LineRow(Node time, Node happened, Node said) {
        getStyleClass().add("line-row");
        addRow(0, time, happened, said);
        getColumnConstraints().addAll(column(TIME), column(HAPPENED), column(100 - TIME - HAPPENED));
        var row = new RowConstraints();
        row.setValignment(VPos.TOP);
        getRowConstraints().add(row);
    }

    /** What the columns are. */
    static LineRow head(Texts texts) {
        return new LineRow(
                caption(texts.get("practice.column.time")),
                caption(texts.get("practice.column.happened")),
                caption(texts.get("practice.column.said")));
    }

    static LineRow of(Line line, LineTexts words, Instant now) {
        var time = new Label(words.time(line, now));
        time.getStyleClass().add("mono");
        var happened = wrapped(words.happened(line));
        var said = wrapped(words.said(line, now));
        var missed = line.verdict() == Line.Verdict.MISSED;
        said.getStyleClass().add(missed ? "line-missed" : "secondary");
        var texts = new VBox();
        var sentence = words.words(line, now);
        if (!sentence.isEmpty()) {
            texts.getChildren().add(wrapped(sentence));
        }
        texts.getChildren().add(said);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(state(line.verdict()), false);
        shape.setVisible(line.verdict() != Line.Verdict.NOTHING_TO_SAY && line.verdict() != Line.Verdict.OWN);
        var right = new HBox(shape, texts);
        right.getStyleClass().add("line-said");
        right.setAlignment(Pos.TOP_LEFT);
        var row = new LineRow(time, happened, right);
        row.setAccessibleText(
                time.getText() + ", " + happened.getText() + ". " + sentence + ", " + said.getText() + ".");
        return row;
    }

    private static ColumnConstraints column(double percent) {
        var column = new ColumnConstraints();
        column.setMinWidth(0);
        column.setPercentWidth(percent);
        return column;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }

    /** How the console did, not how the deployment did. */
    private static State state(Line.Verdict verdict) {
        return switch (verdict) {
            case SAID, TAKEN_BACK -> State.HEALTHY;
            case NOTED, STILL_SAID -> State.DEGRADED;
            case MISSED -> State.FAILED;
            case PENDING -> State.CHANGING;
            case NOTHING_TO_SAY, OWN -> State.UNKNOWN;
        };
    }
}
