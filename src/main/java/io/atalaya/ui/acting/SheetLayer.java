package io.atalaya.ui.acting;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Where a window shows its confirmation, and what is read on demand: a sheet at the right over the view, so that one sees what it
 * is about. While it is open the keyboard stays in it; Esc closes it.
 */
public final class SheetLayer extends StackPane {
    private static final String ID = "sheet-layer";

    private final ChangeListener<Node> trap = (it, before, now) -> keep(now);
    private @Nullable Node cameFrom;
    private @Nullable Node first;
    private Runnable onClose = () -> {};

    public SheetLayer() {
        setId(ID);
        getStyleClass().addAll("sheet-scrim");
        setAlignment(Pos.CENTER_RIGHT);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** That of the window in which this node is; empty in a window that has none. */
    public static Optional<SheetLayer> of(Node node) {
        var scene = node.getScene();
        return scene == null ? Optional.empty() : Optional.ofNullable((SheetLayer) scene.lookup("#" + ID));
    }

    /**
     * Shows a sheet instead of what was shown.
     *
     * @param focus what has the keyboard at first: something that does no harm
     * @param closed is told once when it closes
     */
    public void show(Parent sheet, Node focus, Runnable closed) {
        close();
        cameFrom = getScene().getFocusOwner();
        first = focus;
        onClose = closed;
        getChildren().setAll(sheet);
        setVisible(true);
        applyCss();
        layout();
        focus.requestFocus();
        getScene().focusOwnerProperty().addListener(trap);
    }

    public boolean isOpen() {
        return isVisible();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return visibleProperty();
    }

    /** Does nothing when none is open. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        Scene scene = getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(trap);
            if (cameFrom != null && cameFrom.getScene() == scene) {
                cameFrom.requestFocus();
            }
        }
        cameFrom = null;
        first = null;
        onClose.run();
        onClose = () -> {};
    }

    private void keep(@Nullable Node focused) {
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each == this) {
                return;
            }
        }
        if (first != null && focused != null && focused.getScene() == getScene()) {
            first.requestFocus();
        }
    }
}
