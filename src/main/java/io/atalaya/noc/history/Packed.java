package io.atalaya.noc.history;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Numbers in few bytes, and exactly: each is written as what differs from the one before, the first bytes of all before the
 * second bytes of all, because neighbours are alike in their first bytes; then deflated. Of one thread.
 */
final class Packed implements AutoCloseable {
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final Inflater inflater = new Inflater(true);

    byte[] pack(double[] values) {
        var plain = new byte[values.length * Double.BYTES];
        var before = 0L;
        for (var i = 0; i < values.length; i++) {
            var bits = Double.doubleToRawLongBits(values[i]);
            var differs = bits ^ before;
            before = bits;
            for (var plane = 0; plane < Double.BYTES; plane++) {
                plain[plane * values.length + i] = (byte) (differs >>> (56 - 8 * plane));
            }
        }
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        var packed = new byte[plain.length + 64];
        var length = deflater.deflate(packed);
        return ByteBuffer.allocate(length).put(packed, 0, length).array();
    }

    /** @throws DataFormatException when that is not what {@link #pack} made of so many values */
    double[] unpack(byte[] packed, int count) throws DataFormatException {
        var plain = new byte[count * Double.BYTES];
        inflater.reset();
        inflater.setInput(packed);
        var length = 0;
        while (length < plain.length) {
            var more = inflater.inflate(plain, length, plain.length - length);
            if (more == 0) {
                throw new DataFormatException("too short");
            }
            length += more;
        }
        var values = new double[count];
        var before = 0L;
        for (var i = 0; i < count; i++) {
            var differs = 0L;
            for (var plane = 0; plane < Double.BYTES; plane++) {
                differs = (differs << 8) | (plain[plane * count + i] & 0xff);
            }
            before ^= differs;
            values[i] = Double.longBitsToDouble(before);
        }
        return values;
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
