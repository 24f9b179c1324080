package io.atalaya.ui.overview;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** From one box of the request path to the next, or to the two of the data tier. */
final class StageArrow extends Region {
    private static final double HEAD = 5;

    private final boolean forks;
    private final SVGPath path = new SVGPath();

    StageArrow(boolean forks) {
        this.forks = forks;
        getStyleClass().add("stage-arrow");
        path.getStyleClass().add("stage-arrow-line");
        path.setManaged(false);
        getChildren().add(path);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2;
        double height = getHeight();
        double middle = Math.round(height / 2) + 0.5;
        if (!forks) {
            path.setContent("M0 " + middle + "H" + width + head(width, middle));
        } else {
            // The two boxes of the data tier are of one height with the gap between them.
            double upper = Math.round(height / 4) - 3.5;
            double lower = height - upper;
            double stem = Math.round(width / 3) + 0.5;
            path.setContent("M0 " + middle + "H" + stem + "M" + stem + " " + upper + "V" + lower + "M" + stem + " "
                    + upper + "H" + width + head(width, upper) + "M" + stem + " " + lower + "H" + width
                    + head(width, lower));
        }
    }

    private static String head(double x, double y) {
        return "M" + (x - HEAD) + " " + (y - HEAD) + "L" + x + " " + y + "L" + (x - HEAD) + " " + (y + HEAD);
    }
}
