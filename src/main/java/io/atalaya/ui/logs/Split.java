package io.atalaya.ui.logs;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Readers side by side: one fills the place, two share it. */
final class Split extends SplitPane {
    /** More have no room for their lines. */
    static final int MOST = 2;

    Split() {
        getStyleClass().add("log-split");
        setOrientation(Orientation.HORIZONTAL);
    }

    void show(List<? extends Node> nodes) {
        if (!getItems().equals(nodes)) {
            getItems().setAll(nodes);
        }
    }
}
