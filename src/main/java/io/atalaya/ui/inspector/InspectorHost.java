package io.atalaya.ui.inspector;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/** Lays the inspector beside what it belongs to; in a narrow window over it. */
public final class InspectorHost extends Region {
    /** Narrower windows have no room for both. */
    private static final double BOTH = 1280;

    private final ReadOnlyDoubleWrapper covered = new ReadOnlyDoubleWrapper(this, "covered", 0);
    private final Parent content;
    private final Parent inspector;

    /**
     * @param content the view
     * @param controller its inspector
     */
    public InspectorHost(Parent content, InspectorController controller) {
        this.content = content;
        this.inspector = controller.root();
        getStyleClass().add("inspector-host");
        getChildren().addAll(content, inspector);
        inspector.visibleProperty().bind(controller.shownProperty().isNotNull());
        inspector.visibleProperty().addListener(it -> requestLayout());
        setMinSize(0, 0);
    }

    /** How many px of the content the inspector hides at the right; 0 where it stands beside or is closed. */
    public ReadOnlyDoubleProperty coveredProperty() {
        return covered.getReadOnlyProperty();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight();
        var open = inspector.isVisible();
        var side = Math.min(width, Math.floor(inspector.prefWidth(height)));
        var window = getScene() == null ? width : getScene().getWidth();
        var beside = open && window >= BOTH;
        content.resizeRelocate(0, 0, beside ? width - side : width, height);
        covered.set(open && !beside ? side : 0);
        inspector.resizeRelocate(width - side, 0, side, height);
    }
}
