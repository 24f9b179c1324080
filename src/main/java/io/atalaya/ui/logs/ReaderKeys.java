package io.atalaya.ui.logs;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a reader: those that move among rows act while the rows have the focus, the others anywhere but in a text. */
final class ReaderKeys {
    private static final int SIDEWAYS = 8;

    private final ReaderController controller;

    ReaderKeys(ReaderController controller) {
        this.controller = controller;
    }

    void install(Parent root, Node rows) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var typing = event.getTarget() instanceof TextInputControl;
            if (anywhere(event, typing)) {
                event.consume();
            }
        });
        rows.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (among(event)) {
                event.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && controller.back()) {
                event.consume();
            }
        });
    }

    private boolean anywhere(KeyEvent event, boolean typing) {
        if (event.isShortcutDown() && !event.isAltDown()) {
            switch (event.getCode()) {
                case F -> controller.openFind();
                case L -> controller.clear();
                case C -> {
                    if (typing) {
                        return false;
                    }
                    controller.copy(!event.isShiftDown());
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
        switch (event.getCode()) {
            case F3 -> controller.findNext(event.isShiftDown() ? -1 : 1);
            case DOWN, UP -> {
                if (!event.isAltDown()) {
                    return false;
                }
                error(event.getCode() == KeyCode.DOWN);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void error(boolean next) {
        if (next) {
            controller.nextError();
        } else {
            controller.previousError();
        }
    }

    private boolean among(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        var reader = controller.reader();
        var model = reader.model();
        var page = Math.max(1, controller.rows().room() - 1);
        switch (event.getCode()) {
            case UP -> step(-1, event.isShiftDown());
            case DOWN -> step(1, event.isShiftDown());
            case PAGE_UP -> page(-page, event.isShiftDown());
            case PAGE_DOWN -> page(page, event.isShiftDown());
            case HOME -> {
                if (reader.rows().size() > 0) {
                    reader.select(0, event.isShiftDown());
                }
            }
            case END -> {
                if (event.isShiftDown() && reader.rows().size() > 0) {
                    reader.select(reader.rows().size() - 1, true);
                } else {
                    model.follow();
                }
            }
            case LEFT -> fold(false);
            case RIGHT -> fold(true);
            case ENTER -> controller.openChosen();
            case SPACE -> controller.toggleFollow();
            case N -> error(!event.isShiftDown());
            case M -> controller.markRow();
            case W -> reader.wrapProperty().set(!reader.wrapProperty().get());
            case U -> reader.utcProperty().set(!reader.utcProperty().get());
            default -> {
                return false;
            }
        }
        controller.changed();
        return true;
    }

    private void step(int by, boolean extend) {
        var reader = controller.reader();
        reader.rows().refresh();
        var size = reader.rows().size();
        if (size == 0) {
            return;
        }
        var number = reader.selection().number();
        if (number < 0) {
            var placed = reader.model().placed();
            number = placed.isEmpty() || by < 0 ? size - 1 : placed.getFirst().number();
            if (!reader.model().follows() && !placed.isEmpty()) {
                number = placed.getFirst().number();
            }
            reader.select(number, extend);
            return;
        }
        reader.select(Math.clamp(number + by, 0, size - 1), extend);
    }

    private void page(int by, boolean extend) {
        var reader = controller.reader();
        if (reader.selection().isEmpty()) {
            reader.model().scroll(by);
        } else {
            step(by, extend);
        }
    }

    private void fold(boolean open) {
        var reader = controller.reader();
        var chosen = reader.chosen();
        if (chosen.isPresent()
                && reader.lines().lines(chosen.get()).count() > 1
                && reader.lines().isOpen(chosen.get().id()) != open) {
            reader.lines().toggle(chosen.get().id());
        } else {
            controller.rows().sideways(open ? SIDEWAYS : -SIDEWAYS);
        }
    }
}
