package io.atalaya.ui.evidence;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures as PNG. Any thread; the picture must not change meanwhile. */
public final class Png {
    private Png() {}

    /** With all colours, without transparency. */
    public static byte[] coloured(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels(image, ((DataBufferInt) picture.getRaster().getDataBuffer()).getData());
        return write(picture);
    }

    /** Of black text on white: a quarter of the work. Colours become as dark as their green. */
    public static byte[] grey(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        pixels(image, pixels);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (pixels[i] >> 8);
        }
        return write(picture);
    }

    private static void pixels(WritableImage image, int[] into) {
        int width = (int) image.getWidth();
        image.getPixelReader()
                .getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), into, 0, width);
    }

    private static byte[] write(BufferedImage picture) {
        var out = new ByteArrayOutputStream(1 << 18);
        try {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("no PNG writer in this Java");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
