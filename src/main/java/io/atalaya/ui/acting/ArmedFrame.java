package io.atalaya.ui.acting;

import javafx.scene.layout.Region;

/** 3 px around the whole window while its deployment is armed: over everything, in the way of nothing. */
public final class ArmedFrame extends Region {
    public ArmedFrame() {
        getStyleClass().add("armed-frame");
        setMouseTransparent(true);
        setVisible(false);
    }

    public void follow(ArmingModel model) {
        visibleProperty().bind(model.armed());
    }
}
