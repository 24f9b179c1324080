package io.atalaya.evidence.capsule;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
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

    /** Takes content as it is unpacked, piece by piece: a few bytes can say that they are gigabytes. */
    @FunctionalInterface
    private interface Taker {
        void take(byte[] buffer, int count);
    }

    /** What is known of content that was not kept. */
    public record Seen(String sha256, long crc) {}

    /** Looks at content without keeping it; null when it is none, or not of that size. */
    public static @Nullable Seen see(byte[] bytes, int from, int length, int size) {
        var digest = Sha256.digest();
        var crc = new CRC32();
        var whole = unpack(bytes, from, length, size, (buffer, count) -> {
            digest.update(buffer, 0, count);
            crc.update(buffer, 0, count);
        });
        return whole ? new Seen(HexFormat.of().formatHex(digest.digest()), crc.getValue()) : null;
    }

    /** The content; null when it is none, or not of that size. */
    public static byte @Nullable [] unpack(byte[] bytes, int from, int length, int size) {
        var out = new ByteArrayOutputStream(1 << 16);
        return unpack(bytes, from, length, size, (buffer, count) -> out.write(buffer, 0, count))
                ? out.toByteArray()
                : null;
    }

    private static boolean unpack(byte[] bytes, int from, int length, int size, Taker taker) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(bytes, from, length);
            var buffer = new byte[1 << 16];
            long all = 0;
            while (!inflater.finished() && all <= size) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    return false;
                }
                taker.take(buffer, count);
                all += count;
            }
            return inflater.finished() && all == size;
        } catch (DataFormatException none) {
            return false;
        }
    }

    public static long crc(byte[] bytes) {
        return crc(bytes, 0, bytes.length);
    }

    public static long crc(byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(bytes, from, length);
        return crc.getValue();
    }
}
