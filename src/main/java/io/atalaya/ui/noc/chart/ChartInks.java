package io.atalaya.ui.noc.chart;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * What a chart is drawn with. State is the only colour of this console, so lines differ by four inks of the text and the
 * accent, and by their dashes: twenty lines that can be told apart, none of them red.
 */
record ChartInks(List<Paint> lines, Paint grid, Paint words, Paint degraded, Paint failed, Paint mark, Paint selected) {
    static final int INKS = 4;
    private static final double[][] DASHES = {{}, {6, 3}, {2, 2}, {9, 3, 2, 3}, {12, 4}};

    static final ChartInks GREY = new ChartInks(
            List.of(Color.GRAY, Color.GRAY, Color.GRAY, Color.GRAY),
            Color.GRAY,
            Color.GRAY,
            Color.GRAY,
            Color.GRAY,
            Color.GRAY,
            Color.GRAY);

    ChartInks {
        lines = List.copyOf(lines);
    }

    Paint line(int index) {
        return lines.get(index % INKS);
    }

    /** Lines of one ink differ by these. */
    static double[] dashes(int index) {
        return DASHES[index / INKS % DASHES.length].clone();
    }
}
