package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** What mouse and wheel do to rows. */
final class RowGestures {
    private final RowsPane pane;
    private final Reader reader;
    private double left;

    RowGestures(RowsPane pane, Reader reader) {
        this.pane = pane;
        this.reader = reader;
    }

    void install(Pane body) {
        body.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        body.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        body.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            return; // the text scale
        }
        var across = event.isShiftDown() ? event.getDeltaY() + event.getDeltaX() : event.getDeltaX();
        if (across != 0 && Math.abs(across) > (event.isShiftDown() ? 0 : Math.abs(event.getDeltaY()))) {
            pane.sideways((int) Math.round(-across / 6));
            event.consume();
            return;
        }
        left -= event.getDeltaY() / pane.lineHeight() * 1.6;
        var lines = (int) left;
        left -= lines;
        if (lines != 0) {
            reader.model().scroll(lines);
            pane.redraw();
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        pane.requestFocus();
        var row = pane.at(event.getY());
        if (row == null || onChip(event) || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        reader.model().letGo();
        reader.selection().choose(row.number(), event.isShiftDown());
        pane.redraw();
    }

    private void drag(MouseEvent event) {
        var row = pane.at(event.getY());
        if (row != null && !reader.selection().isEmpty()) {
            reader.selection().choose(row.number(), true);
            pane.redraw();
        } else if (event.getY() < 0 || row == null) {
            reader.model().scroll(event.getY() < 0 ? -1 : 1);
            pane.redraw();
        }
    }

    private void click(MouseEvent event) {
        var row = pane.at(event.getY());
        if (row == null || !event.isStillSincePress() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (onChip(event) && row.row() instanceof Row.Event it) {
            reader.model().letGo();
            if (row.lines() > 1) {
                reader.lines().toggle(it.id());
            } else {
                reader.selection().choose(row.number(), false);
                pane.open(it);
            }
            pane.redraw();
        } else if (event.getClickCount() == 2) {
            pane.open(row.row());
        }
    }

    private static boolean onChip(MouseEvent event) {
        var node = event.getPickResult().getIntersectedNode();
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ChipNode) {
                return true;
            }
        }
        return false;
    }
}
