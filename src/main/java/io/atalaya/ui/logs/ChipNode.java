package io.atalaya.ui.logs;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A small frame in a row that can be opened: {@code 38 frames}. */
final class ChipNode extends Region {
    private final Rectangle frame = new Rectangle();
    private final Text text = new Text();

    ChipNode() {
        setManaged(false);
        getStyleClass().add("log-chip");
        text.getStyleClass().add("log-chip-text");
        text.setTextOrigin(VPos.TOP);
        frame.setFill(Color.TRANSPARENT);
        frame.setArcWidth(6);
        frame.setArcHeight(6);
        getChildren().addAll(frame, text);
        text.setManaged(false);
        frame.setManaged(false);
    }

    /** @param plain whether it only says something */
    void show(String words, boolean plain, RowNode.Pen pen) {
        var looks = pen.looks();
        var said = plain ? words : "› " + words;
        if (!text.getText().equals(said)) {
            text.setText(said);
        }
        text.setFill(pen.ink(plain ? LogInk.MUTED : LogInk.TEXT));
        var wide = Math.ceil(said.length() * looks.letter() * 11 / 12 + looks.em());
        var high = Math.rint(looks.em() * 17 / 13);
        resize(wide, high);
        frame.setX(0.5);
        frame.setY(0.5);
        frame.setWidth(wide - 1);
        frame.setHeight(high - 1);
        frame.setStroke(pen.ink(LogInk.LINE));
        text.setX(looks.em() / 2);
        text.setY(Math.rint(looks.em() * 1.5 / 13));
    }
}
