package io.atalaya.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the whole window. Those with Ctrl and the function keys act wherever one is; Esc only when nothing on the way
 * up from the focus wanted it.
 */
final class ShellKeys {
    static final KeyCombination ARM =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private static final int STEP = 10;

    /** So many views have a digit of their own; with Shift the digits begin anew. */
    static final int DIGITS = 9;

    private final ShellController shell;
    private final ShellModel model;
    private final EventHandler<KeyEvent> anywhere = this::anywhere;
    private final EventHandler<KeyEvent> leftOver = this::leftOver;

    ShellKeys(ShellController shell, ShellModel model) {
        this.shell = shell;
        this.model = model;
    }

    void move(@Nullable Scene before, @Nullable Scene after) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            before.removeEventHandler(KeyEvent.KEY_PRESSED, leftOver);
        }
        if (after != null) {
            after.removeEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            after.addEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            after.removeEventHandler(KeyEvent.KEY_PRESSED, leftOver);
            after.addEventHandler(KeyEvent.KEY_PRESSED, leftOver);
        }
    }

    private void anywhere(KeyEvent event) {
        if (event.isShortcutDown() && !event.isAltDown()) {
            if (withControl(event)) {
                event.consume();
            }
            return;
        }
        switch (event.getCode()) {
            case F1 -> shell.showKeys();
            case F5 -> shell.askNow();
            case F11 -> shell.openWall();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean withControl(KeyEvent event) {
        switch (event.getCode()) {
            case K -> shell.openPalette();
            case A -> {
                if (!event.isShiftDown()) {
                    return false; // all of a text
                }
                shell.showArming();
            }
            case B -> model.togglePinnedNarrow();
            case E -> {
                if (event.isShiftDown()) {
                    return false;
                }
                shell.capture();
            }
            case O -> shell.openOwnWindow();
            case N -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                shell.openAnother();
            }
            case Q -> shell.quit();
            case COMMA -> shell.showSettings();
            case PLUS, EQUALS, ADD -> shell.scale(STEP);
            case MINUS, SUBTRACT -> shell.scale(-STEP);
            case DIGIT0, NUMPAD0 -> shell.scale(0);
            default -> {
                var name = event.getCode().getName();
                var digit = name.isEmpty() ? ' ' : name.charAt(name.length() - 1);
                if (!event.getCode().isDigitKey() || digit < '1') {
                    return false;
                }
                model.showAt(digit - '1' + (event.isShiftDown() ? DIGITS : 0));
            }
        }
        return true;
    }

    private void leftOver(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
            shell.back();
            event.consume();
        }
    }
}
