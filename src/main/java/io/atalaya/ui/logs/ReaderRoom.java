package io.atalaya.ui.logs;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/** What gives way in a reader where there is little room. */
final class ReaderRoom {
    private static final double NARROW = 1000;
    private static final double COMPACT = 1180;
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    private final Pane toolbar;
    private final Node spared;
    private final BorderPane middle;
    private final Node detail;

    /**
     * From now on, whenever the room changes.
     *
     * @param spared keeps its words
     * @param detail beside the rows in the middle, or below them
     */
    ReaderRoom(Pane toolbar, Node spared, BorderPane middle, Node detail) {
        this.toolbar = toolbar;
        this.spared = spared;
        this.middle = middle;
        this.detail = detail;
        toolbar.widthProperty().subscribe(width -> compact(width.doubleValue()));
        middle.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /** Where there is no room for the words of the toolbar, its signs stand alone; what they mean is said on hover. */
    private void compact(double width) {
        var narrow = width > 0 && width < COMPACT;
        for (var each : toolbar.getChildren()) {
            if (each instanceof Labeled labeled && labeled.getGraphic() != null && labeled != spared) {
                labeled.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            }
        }
    }

    /** Where there is no room for both, the detail stands below the rows. */
    private void fit(double width) {
        var below = width > 0 && width < NARROW;
        if (below != (middle.getBottom() == detail)) {
            middle.setRight(null);
            middle.setBottom(null);
            if (below) {
                middle.setBottom(detail);
            } else {
                middle.setRight(detail);
            }
        }
        detail.pseudoClassStateChanged(BELOW, below);
    }
}
