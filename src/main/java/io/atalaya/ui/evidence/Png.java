package io.atalaya.ui.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pictures as PNG, by hand: the JDK's writer takes ten times as long, most of it for choosing filters, which save nothing where
 * a picture is of text and plain surfaces. Any thread; the picture must not change meanwhile.
 */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte GREY = 0;
    private static final byte COLOURS = 2;
    /** Little is saved by trying harder. */
    private static final int LEVEL = 3;

    private Png() {}

    /** With all colours, without transparency. */
    public static byte[] coloured(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var rows = new byte[height * (1 + 3 * width)];
        int to = 0;
        int from = 0;
        for (int y = 0; y < height; y++) {
            rows[to++] = 0; // no filter
            for (int x = 0; x < width; x++) {
                int pixel = pixels[from++];
                rows[to++] = (byte) (pixel >> 16);
                rows[to++] = (byte) (pixel >> 8);
                rows[to++] = (byte) pixel;
            }
        }
        return of(width, height, COLOURS, rows);
    }

    /** @param pixels dark to light, row by row */
    public static byte[] grey(byte[] pixels, int width) {
        int height = pixels.length / width;
        var rows = new byte[height * (1 + width)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, rows, y * (1 + width) + 1, width);
        }
        return of(width, height, GREY, rows);
    }

    private static byte[] of(int width, int height, byte kind, byte[] rows) {
        var out = new ByteArrayOutputStream(1 << 18);
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put(kind)
                        .array());
        var packed = new ByteArrayOutputStream(1 << 18);
        try (var deflater = new Deflater(LEVEL)) {
            deflater.setInput(rows);
            deflater.finish();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        var named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
