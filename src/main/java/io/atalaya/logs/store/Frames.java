package io.atalaya.logs.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Records in a file that is only added to: CRC32C of all that follows (int), length of the body (int), body; little-endian.
 * Zeros are no record, as the checksum of a length of zero is not zero.
 */
final class Frames {
    static final int HEAD = 8;

    private Frames() {}

    /** Room for a body of that length; the caller puts the body next, then calls {@link #seal}. */
    static void begin(ByteBuffer into, int length) {
        into.putInt(0).putInt(length);
    }

    /** Puts the checksum of the record that begins there and ends at the buffer's position. The buffer has an array. */
    static void seal(ByteBuffer in, int start, CRC32C crc) {
        crc.reset();
        crc.update(in.array(), start + Integer.BYTES, in.position() - start - Integer.BYTES);
        in.putInt(start, (int) crc.getValue());
    }

    /** The length of the body of the whole record at a place of the buffer, or -1 where there is none; moves its position. */
    static int at(ByteBuffer file, int place, CRC32C crc) {
        if (file.capacity() - place < HEAD) {
            return -1;
        }
        file.clear();
        var length = file.getInt(place + Integer.BYTES);
        if (length < 0 || length > file.capacity() - place - HEAD) {
            return -1;
        }
        crc.reset();
        crc.update(file.limit(place + HEAD + length).position(place + Integer.BYTES));
        file.clear();
        return (int) crc.getValue() == file.getInt(place) ? length : -1;
    }
}
