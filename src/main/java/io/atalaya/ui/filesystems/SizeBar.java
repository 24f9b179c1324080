package io.atalaya.ui.filesystems;

import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The storage classes of a file system on one axis, and a mark at the planned size. */
final class SizeBar extends Region {
    private static final double ROOM = 1.06;
    private static final double MARK = 2;

    private final Region ground = part("size-ground");
    private final List<Region> parts = List.of(part("size-standard"), part("size-infrequent"), part("size-archive"));
    private final Region mark = part("size-plan");
    private List<Long> bytes = List.of(0L, 0L, 0L);
    private @Nullable Double planned;

    SizeBar() {
        getStyleClass().add("size-bar");
        getChildren().add(ground);
        getChildren().addAll(parts);
        getChildren().add(mark);
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /**
     * @param classes bytes in Standard, Infrequent Access and Archive
     * @param plan bytes; null for none
     */
    void show(List<Long> classes, @Nullable Double plan) {
        bytes = List.copyOf(classes);
        planned = plan;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var sum = bytes.stream().mapToDouble(Long::doubleValue).sum();
        var end = planned == null ? sum : Math.max(sum, planned) * ROOM;
        var width = getWidth();
        var height = getHeight();
        ground.resizeRelocate(0, 0, width, height);
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            var share = end <= 0 ? 0 : bytes.get(i) / end * width;
            parts.get(i).setVisible(share > 0);
            parts.get(i).resizeRelocate(x, 0, share, height);
            x += share;
        }
        mark.setVisible(planned != null);
        if (planned != null) {
            mark.resizeRelocate(Math.min(width - MARK, planned / end * width), -3, MARK, height + 6);
        }
    }
}
