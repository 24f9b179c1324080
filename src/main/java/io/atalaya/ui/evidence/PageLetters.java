package io.atalaya.ui.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/** What all pages of lists are made of: letters in four sizes, the band, the watermark. Any thread, once it is made. */
public final class PageLetters {
    /** Of a page, in px. */
    public static final int WIDTH = 2880;

    private static final int HIGHEST = 150 + 28 * ListPages.ROWS + 24;
    private static final int GROUND = 0x18;
    private static final int MARGIN = 24;
    private static final int LINE = 36;

    private final GlyphSheet plain;
    private final GlyphSheet bold;
    private final GlyphSheet title;
    private final GlyphSheet large;
    private final Band band;
    /** How light each px is where everything else is white; null at AWS. */
    private final byte @Nullable [] watermark;

    private PageLetters(Set<Integer> codes, Set<Integer> few, Band band, byte @Nullable [] watermark) {
        this.plain = GlyphSheet.of(codes, 20, FontWeight.NORMAL);
        this.bold = GlyphSheet.of(few, 20, FontWeight.BOLD);
        this.title = GlyphSheet.of(few, 30, FontWeight.BOLD);
        this.large = GlyphSheet.of(few, 25, FontWeight.NORMAL);
        this.band = band;
        this.watermark = watermark;
    }

    /** Draws what these lists need. On the JavaFX thread. */
    public static PageLetters of(List<ListPages> lists, Band band) {
        var codes = new TreeSet<Integer>();
        for (int code = ' '; code < 0x7f; code++) {
            codes.add(code);
        }
        band.lines(Instant.EPOCH, 1, 1).forEach(it -> add(codes, it));
        add(codes, "…");
        var few = new TreeSet<>(codes);
        lists.forEach(it -> it.letters(codes));
        var notAws = band.notAws();
        return new PageLetters(codes, few, band, notAws == null ? null : watermark(notAws));
    }

    static void add(Set<Integer> codes, String... texts) {
        for (var text : texts) {
            text.codePoints().forEach(codes::add);
        }
    }

    private static byte[] watermark(String text) {
        var canvas = new Canvas(WIDTH, HIGHEST);
        var graphics = canvas.getGraphicsContext2D();
        graphics.setFill(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HIGHEST);
        BandPainter.watermark(graphics, WIDTH, HIGHEST, text);
        var image = BandPainter.snapshot(canvas);
        var pixels = new int[WIDTH * HIGHEST];
        image.getPixelReader().getPixels(0, 0, WIDTH, HIGHEST, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        var grey = new byte[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (pixels[i] >> 8);
        }
        return grey;
    }

    GlyphSheet plain() {
        return plain;
    }

    GlyphSheet bold() {
        return bold;
    }

    GlyphSheet title() {
        return title;
    }

    /** The watermark over what is painted, and the band from that row on. */
    void finish(byte[] page, int top, Instant at, int number, int of) {
        var over = watermark;
        if (over != null) {
            for (int i = 0; i < Math.min(top * WIDTH, over.length); i++) {
                int light = over[i] & 0xff;
                if (light != 0xff) {
                    page[i] = (byte) ((page[i] & 0xff) * light / 255);
                }
            }
        }
        java.util.Arrays.fill(page, top * WIDTH, page.length, (byte) GROUND);
        int y = top + 6;
        for (var line : band.lines(at, number, of)) {
            // an ARN may be longer than the band is wide: smaller then, never cut off
            var letters = line.length() <= large.room(WIDTH - 2 * MARGIN) ? large : plain;
            letters.write(page, WIDTH, line, MARGIN, y, true);
            y += LINE;
        }
    }
}
