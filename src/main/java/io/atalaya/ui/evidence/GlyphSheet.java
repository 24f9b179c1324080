package io.atalaya.ui.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * Letters of one size that were drawn once and are put into pictures as they are: a list of ten thousand rows has millions of
 * them and only a hundred different ones. Any thread, once it is made.
 */
final class GlyphSheet {
    private static final String MONO = "JetBrains Mono";
    /** JetBrains Mono is six tenths as wide as it is high. */
    private static final double SHAPE = 0.6;

    private static final int ACROSS = 64;

    private final int width;
    private final int height;
    private final Map<Integer, byte[]> letters;

    private GlyphSheet(int width, int height, Map<Integer, byte[]> letters) {
        this.width = width;
        this.height = height;
        this.letters = letters;
    }

    /**
     * Draws them. On the JavaFX thread.
     *
     * @param codes of the letters
     * @param size in px; a multiple of five, so that a letter is of whole px
     */
    static GlyphSheet of(Set<Integer> codes, int size, FontWeight weight) {
        int width = (int) Math.round(size * SHAPE);
        int height = size * 7 / 5;
        var all = List.copyOf(codes);
        int lines = Math.max(1, (all.size() + ACROSS - 1) / ACROSS);
        var canvas = new Canvas(ACROSS * width, lines * height);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFont(Font.font(MONO, weight, size));
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(Color.BLACK);
        for (int i = 0; i < all.size(); i++) {
            double x = i % ACROSS * width;
            double y = i / ACROSS * height;
            graphics.save();
            graphics.beginPath();
            graphics.rect(x, y, width, height);
            graphics.clip();
            graphics.fillText(Character.toString(all.get(i)), x, y, width);
            graphics.restore();
        }
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.WHITE);
        var image = canvas.snapshot(parameters, null);
        var pixels = new int[ACROSS * width * height];
        var letters = new HashMap<Integer, byte[]>();
        for (int line = 0; line < lines; line++) {
            image.getPixelReader()
                    .getPixels(
                            0,
                            line * height,
                            ACROSS * width,
                            height,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            ACROSS * width);
            for (int i = line * ACROSS; i < Math.min(all.size(), (line + 1) * ACROSS); i++) {
                letters.put(all.get(i), letter(pixels, i % ACROSS * width, width, height));
            }
        }
        return new GlyphSheet(width, height, Map.copyOf(letters));
    }

    private static byte[] letter(int[] pixels, int from, int width, int height) {
        var letter = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                letter[y * width + x] = (byte) (pixels[y * ACROSS * width + from + x] >> 8);
            }
        }
        return letter;
    }

    /** How many letters go into that many px. */
    int room(int px) {
        return px / width;
    }

    /** How wide a letter is. */
    int width() {
        return width;
    }

    /**
     * Writes black on white, or white on black.
     *
     * @param page grey, row by row
     * @param across px of one of its rows
     * @return where the text ends
     */
    int write(byte[] page, int across, String text, int x, int y, boolean light) {
        int at = x;
        for (int i = 0; i < text.length() && at + width <= across; ) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            var letter = letters.get(code);
            if (letter != null && code != ' ') {
                put(page, across, letter, at, y, light);
            }
            at += width;
        }
        return at;
    }

    private void put(byte[] page, int across, byte[] letter, int x, int y, boolean light) {
        for (int row = 0; row < height; row++) {
            int to = (y + row) * across + x;
            int from = row * width;
            for (int column = 0; column < width; column++) {
                int ink = letter[from + column] & 0xff;
                if (light) {
                    page[to + column] = (byte) Math.max(page[to + column] & 0xff, 255 - ink);
                } else if (ink < (page[to + column] & 0xff)) {
                    page[to + column] = (byte) ink;
                }
            }
        }
    }
}
