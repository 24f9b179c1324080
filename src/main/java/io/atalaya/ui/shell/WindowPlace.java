package io.atalaya.ui.shell;

import io.atalaya.ui.LayoutMemory;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a window is, kept and restored. A place that is on no screen any more is forgotten: a monitor was unplugged. */
final class WindowPlace {
    private static final double LEAST = 320;

    private final LayoutMemory memory;
    private final String key;

    WindowPlace(LayoutMemory memory, String key) {
        this.memory = memory;
        this.key = key;
    }

    /** Puts the window where it was and keeps where it goes. */
    void restore(Stage stage) {
        memory.get(key)
                .flatMap(WindowPlace::parse)
                .filter(WindowPlace::isOnAScreen)
                .ifPresent(place -> {
                    stage.setX(place.getMinX());
                    stage.setY(place.getMinY());
                    stage.setWidth(place.getWidth());
                    stage.setHeight(place.getHeight());
                });
        memory.get(key + ".maximized").ifPresent(it -> stage.setMaximized(Boolean.parseBoolean(it)));
        stage.xProperty().addListener(it -> keep(stage));
        stage.yProperty().addListener(it -> keep(stage));
        stage.widthProperty().addListener(it -> keep(stage));
        stage.heightProperty().addListener(it -> keep(stage));
        stage.maximizedProperty().addListener((it, before, now) -> memory.put(key + ".maximized", String.valueOf(now)));
    }

    private void keep(Stage stage) {
        if (!stage.isMaximized() && !stage.isIconified() && stage.getWidth() >= LEAST && !Double.isNaN(stage.getX())) {
            memory.put(
                    key,
                    "%d,%d,%d,%d"
                            .formatted(
                                    Math.round(stage.getX()),
                                    Math.round(stage.getY()),
                                    Math.round(stage.getWidth()),
                                    Math.round(stage.getHeight())));
        }
    }

    /** {@code x,y,width,height}; empty for anything else. */
    static Optional<Rectangle2D> parse(String text) {
        if (!text.matches("-?\\d{1,5},-?\\d{1,5},\\d{3,5},\\d{3,5}")) {
            return Optional.empty();
        }
        var fields = text.split(",", -1);
        return Optional.of(new Rectangle2D(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3])));
    }

    private static boolean isOnAScreen(Rectangle2D place) {
        // Enough of the title bar to take hold of it.
        var handle = new Rectangle2D(place.getMinX() + 60, place.getMinY() + 8, 120, 16);
        return Screen.getScreens().stream().anyMatch(it -> it.getVisualBounds().intersects(handle));
    }
}
