package io.atalaya.ui.evidence;

import java.time.Instant;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Burns the band into a picture, and a watermark across it where AWS did not answer. On the JavaFX thread. */
public final class BandPainter {
    /** Of the band, in px of the picture. */
    static final int HEIGHT = 120;

    private static final int LINE = 36;
    private static final int MARGIN = 24;
    private static final Color GROUND = Color.web("#15181c");
    private static final String MONO = "JetBrains Mono";

    private final Band band;

    public BandPainter(Band band) {
        this.band = band;
    }

    /** The picture with its band below. */
    public WritableImage paint(Image picture, Instant at, int page, int pages) {
        var canvas = new Canvas(picture.getWidth(), picture.getHeight() + HEIGHT);
        var graphics = canvas.getGraphicsContext2D();
        graphics.drawImage(picture, 0, 0);
        finish(canvas, at, page, pages);
        return snapshot(canvas);
    }

    /** What is painted already, with the band over the last pixels of its height. */
    void finish(Canvas canvas, Instant at, int page, int pages) {
        var graphics = canvas.getGraphicsContext2D();
        double top = canvas.getHeight() - HEIGHT;
        var notAws = band.notAws();
        if (notAws != null) {
            watermark(graphics, canvas.getWidth(), top, notAws);
        }
        graphics.setFill(GROUND);
        graphics.fillRect(0, top, canvas.getWidth(), HEIGHT);
        graphics.setFill(Color.WHITE);
        graphics.setFont(Font.font(MONO, 24));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        double y = top + 9;
        for (var line : band.lines(at, page, pages)) {
            graphics.fillText(line, MARGIN, y, canvas.getWidth() - 2.0 * MARGIN);
            y += LINE;
        }
    }

    /** So often that no part of the picture of any use is without it. */
    static void watermark(GraphicsContext graphics, double width, double height, String text) {
        graphics.save();
        graphics.setFill(Color.rgb(200, 30, 30, 0.16));
        graphics.setFont(Font.font(MONO, FontWeight.BOLD, 72));
        graphics.setTextAlign(TextAlignment.CENTER);
        for (double y = 200; y < height; y += 420) {
            for (double x = 480; x < width + 480; x += 960) {
                graphics.save();
                graphics.translate(x, y);
                graphics.rotate(-18);
                graphics.fillText(text, 0, 0);
                graphics.restore();
            }
        }
        graphics.restore();
    }

    static WritableImage snapshot(Canvas canvas) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.WHITE);
        return canvas.snapshot(parameters, null);
    }
}
