package io.atalaya.ui.common;

import atlantafx.base.controls.CustomTextField;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A typed, live filter. {@code /} anywhere in the window goes to it, Esc empties it and then lets go. */
public final class FilterField extends CustomTextField {
    private final EventHandler<KeyEvent> onSlash = this::slash;

    public FilterField() {
        getStyleClass().add("filter-field");
        setLeft(new Icon(Feather.SEARCH));
        var key = new Label("/");
        key.getStyleClass().add("key-cap");
        key.visibleProperty().bind(focusedProperty().not().and(textProperty().isEmpty()));
        setRight(key);
        promptTextProperty().subscribe(this::setAccessibleText);
        sceneProperty().addListener((it, before, after) -> moved(before, after));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** As {@link Words#admits}, which models without a screen use. */
    public static boolean admits(String filter, String text) {
        return Words.admits(filter, text);
    }

    private void moved(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_TYPED, onSlash);
        }
        if (after != null) {
            after.addEventFilter(KeyEvent.KEY_TYPED, onSlash);
        }
    }

    private void slash(KeyEvent event) {
        boolean typing = getScene().getFocusOwner() instanceof TextInputControl;
        if (event.getCharacter().equals("/") && !event.isConsumed() && !typing && onScreen()) {
            requestFocus();
            event.consume();
        }
    }

    private boolean onScreen() {
        for (Node each = this; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return !isDisabled();
    }
}
