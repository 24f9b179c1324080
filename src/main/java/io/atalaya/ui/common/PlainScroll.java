package io.atalaya.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that draws what changed. JavaFX's own keeps a picture of everything in it, which pays while scrolling what
 * stands still; here ages change every second, and each change would draw the whole content anew.
 */
public final class PlainScroll extends ScrollPane {
    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new ScrollPaneSkin(this);
        getChildrenUnmodifiable().stream()
                .filter(it -> it.getStyleClass().contains("viewport"))
                .forEach(PlainScroll::drawDirectly);
        return skin;
    }

    private static void drawDirectly(Node viewport) {
        viewport.setCache(false);
    }
}
