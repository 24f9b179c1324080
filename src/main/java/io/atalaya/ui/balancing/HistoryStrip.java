package io.atalaya.ui.balancing;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.StateStyles;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A day as one line: thin where it was well, tall where it was not, dashed where nobody looked. */
final class HistoryStrip extends Region {
    /** px at least of what was wrong: a failure of a minute is seen in a day. */
    private static final double LEAST = 3;

    private List<StripSegment> segments = List.of();

    HistoryStrip() {
        getStyleClass().add("history-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(List<StripSegment> newer) {
        if (newer.equals(segments) && getChildren().size() == newer.size()) {
            return;
        }
        segments = newer;
        while (getChildren().size() > newer.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < newer.size()) {
            getChildren().add(new Region());
        }
        for (int i = 0; i < newer.size(); i++) {
            var state = newer.get(i).state();
            var node = getChildren().get(i);
            StateStyles.clear(node);
            node.getStyleClass().setAll("strip-segment");
            node.getStyleClass().add(state == null ? "strip-nothing" : StateStyles.styleClass(state));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = getHeight() / 2;
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            var node = (Region) getChildren().get(i);
            double from = Math.floor(segment.from() * width);
            double wide = Math.ceil(segment.to() * width) - from;
            if (segment.state() != null && segment.state() != State.HEALTHY) {
                from = Math.min(from, width - LEAST);
                wide = Math.max(wide, LEAST);
            }
            double tall = node.prefHeight(-1);
            node.resizeRelocate(from, Math.round(middle - tall / 2), Math.max(1, wide), tall);
            node.setViewOrder(segment.state() == State.FAILED ? -1 : 0);
        }
    }
}
