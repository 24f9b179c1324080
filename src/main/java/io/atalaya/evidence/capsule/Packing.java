package io.atalaya.evidence.capsule;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The JDK's deflate, and back. */
public final class Packing {
    private static final int WORTH_IT = 256;

    private Packing() {}

    /** Packed, or the same array where that saves nothing. */
    static byte[] pack(byte[] content) {
        if (content.length < WORTH_IT) {
            return content;
        }
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteArrayOutputStream(content.length / 4);
            var buffer = new byte[1 << 16];
            while (!deflater.finished() && out.size() < content.length) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.size() < content.length ? out.toByteArray() : content;
        }
    }

    /** The content; null when it is none, or not of that size. */
    public static byte @Nullable [] unpack(byte[] bytes, int from, int length, int size) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes, from, length);
            var out = new ByteArrayOutputStream(Math.min(size, length * 4) + 16);
            var buffer = new byte[1 << 16];
            while (!inflater.finished() && out.size() <= size) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                out.write(buffer, 0, count);
            }
            return inflater.finished() && out.size() == size ? out.toByteArray() : null;
        } catch (DataFormatException none) {
            return null;
        }
    }

    public static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
