package io.atalaya.ui.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * Six boxes for a multi-factor code over one real text field, so that typing, pasting, deleting and screen readers work as
 * in any field. The sixth digit hands the code over.
 */
public final class CodeField extends StackPane {
    static final int DIGITS = 6;
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    private final TextField field = new TextField();
    private final List<Label> boxes = new ArrayList<>();
    private Consumer<String> complete = it -> {};

    public CodeField() {
        getStyleClass().add("code-field");
        var line = new HBox();
        line.getStyleClass().add("code-boxes");
        line.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < DIGITS; i++) {
            var box = new Label();
            box.getStyleClass().add("code-box");
            if (i == DIGITS / 2) {
                box.getStyleClass().add("code-box-second-half");
            }
            boxes.add(box);
            line.getChildren().add(box);
        }
        line.setMouseTransparent(true);
        field.getStyleClass().add("code-input");
        field.setId("code");
        field.setTextFormatter(new TextFormatter<>(change -> {
            // A pasted "407 915" is the same code.
            change.setText(change.getText().replaceAll("\\s", ""));
            var after = change.getControlNewText();
            return after.length() <= DIGITS && after.chars().allMatch(Character::isDigit) ? change : null;
        }));
        field.textProperty().addListener((it, before, text) -> {
            draw();
            if (text.length() == DIGITS) {
                complete.accept(text);
            }
        });
        field.focusedProperty().addListener(it -> draw());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, field);
        draw();
    }

    /** Told when the sixth digit is there. */
    public void setOnComplete(Consumer<String> listener) {
        complete = listener;
    }

    public void setPrompt(String accessible) {
        field.setAccessibleText(accessible);
    }

    /** Empty again, and ready for typing. */
    public void ask() {
        field.clear();
        field.requestFocus();
    }

    public String text() {
        return field.getText();
    }

    private void draw() {
        var text = field.getText();
        for (int i = 0; i < DIGITS; i++) {
            boxes.get(i).setText(i < text.length() ? text.substring(i, i + 1) : "");
            boxes.get(i).pseudoClassStateChanged(NEXT, field.isFocused() && i == text.length());
        }
    }
}
