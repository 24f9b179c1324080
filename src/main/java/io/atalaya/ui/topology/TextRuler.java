package io.atalaya.ui.topology;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Measures text that is painted on a canvas. On the JavaFX thread. */
final class TextRuler {
    private TextRuler() {}

    static double width(String text, Font font) {
        var probe = new Text(text);
        probe.setFont(font);
        return probe.getLayoutBounds().getWidth();
    }

    /** The text, or as much of it as there is room for with an ellipsis; nothing where not even that fits. */
    static String cut(String text, Font font, double room) {
        // A cheap bound first: most texts fit, and none is wider than its size in every letter.
        if (text.length() * font.getSize() * 0.5 <= room && width(text, font) <= room) {
            return text;
        }
        var letters = Math.min(text.length(), Math.max(0, (int) (room / (font.getSize() * 0.5))));
        while (letters > 1 && width(text.substring(0, letters) + "…", font) > room) {
            letters--;
        }
        if (letters >= text.length()) {
            return text;
        }
        return letters <= 1 ? "" : text.substring(0, letters) + "…";
    }
}
