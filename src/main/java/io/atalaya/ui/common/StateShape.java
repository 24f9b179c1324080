package io.atalaya.ui.common;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import java.util.List;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * A state as a shape: filled while its value is current, hollow and grey once it is only last known. Its colour comes from
 * the style sheet by {@code state-failed} and the like, its side by the size's style class, in em.
 */
public final class StateShape extends Region {
    /** Side at 100 % text scale. */
    public enum Size {
        PX12,
        PX14,
        PX18,
        PX28,
        PX44,
        PX80;

        private String styleClass() {
            return "state-" + name().toLowerCase(Locale.ROOT);
        }
    }

    // Before the paths: they are made with it.
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final SVGPath ground = path("state-ground");
    private final SVGPath mark = path("state-mark");

    public StateShape() {
        this(Size.PX12);
    }

    public StateShape(Size size) {
        getStyleClass().addAll("state-shape", size.styleClass());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(ground, mark);
        show(State.UNKNOWN, false);
    }

    private SVGPath path(String styleClass) {
        var path = new SVGPath();
        path.setFillRule(FillRule.EVEN_ODD);
        path.setManaged(false);
        path.getStyleClass().add(styleClass);
        path.getTransforms().add(scale);
        return path;
    }

    /** Never read is unknown, last known is hollow, all else is the state itself. */
    public void show(State state, Freshness freshness) {
        if (freshness == Freshness.NEVER_READ) {
            show(State.UNKNOWN, false);
        } else {
            show(state, freshness == Freshness.LAST_KNOWN);
        }
    }

    public void show(State state, boolean stale) {
        ground.setContent(StateGlyphs.ground(state));
        mark.setContent(StateGlyphs.mark(state, stale));
        StateStyles.apply(this, state, stale);
    }

    /** A ring with a bar: this endpoint or deployment has no such thing. */
    public void showNotOffered() {
        ground.setContent("");
        mark.setContent(StateGlyphs.NOT_OFFERED);
        StateStyles.apply(this, State.UNKNOWN, false);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        // The glyphs leave a margin of 1 in their box; half of it is enough inside a text line.
        double factor = side / (StateGlyphs.BOX - 1);
        scale.setX(factor);
        scale.setY(factor);
        for (var each : List.of(ground, mark)) {
            each.setLayoutX((getWidth() - side) / 2 - factor / 2);
            each.setLayoutY((getHeight() - side) / 2 - factor / 2);
        }
    }
}
