package io.atalaya.logs.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first 64 bytes of both files of a segment. A text file's says which segment it is; a column file's is written when the
 * segment is full or closed, and says what both hold.
 *
 * @param firstId of its first event; the others follow
 * @param count events
 * @param textEnd where the last record of the text file ends
 * @param least timestamp, milliseconds since the epoch
 * @param most timestamp
 * @param rowsChecksum CRC32C of the rows
 */
record SegmentHead(long number, long firstId, int count, long textEnd, long least, long most, int rowsChecksum) {
    /** Which of the two files. */
    enum Of {
        TEXT(0x3154_5845_544c_5441L),
        COLUMNS(0x314c_4f43_534c_5441L);

        private final long magic;

        Of(long magic) {
            this.magic = magic;
        }
    }

    private static final int VERSION = 1;
    private static final int CHECKED = Layout.HEAD - Integer.BYTES;

    /** Of a text file, and of what is still empty. */
    static SegmentHead begin(long number, long firstId) {
        return new SegmentHead(number, firstId, 0, Layout.HEAD, Long.MAX_VALUE, Long.MIN_VALUE, 0);
    }

    ByteBuffer bytes(Of file) {
        var bytes = ByteBuffer.allocate(Layout.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(file.magic).putLong(number).putLong(firstId);
        bytes.putInt(count)
                .putInt(rowsChecksum)
                .putLong(textEnd)
                .putLong(least)
                .putLong(most)
                .putInt(VERSION);
        return bytes.putInt(checksum(bytes)).flip();
    }

    /** What the first bytes say; null where they are not a head. */
    static @Nullable SegmentHead read(ByteBuffer bytes, Of file) {
        if (bytes.limit() < Layout.HEAD) {
            return null;
        }
        var in = bytes.slice(0, Layout.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getLong() != file.magic || in.getInt(CHECKED) != checksum(in) || in.getInt(CHECKED - 4) != VERSION) {
            return null;
        }
        var number = in.getLong();
        var firstId = in.getLong();
        var count = in.getInt();
        var rowsChecksum = in.getInt();
        return new SegmentHead(number, firstId, count, in.getLong(), in.getLong(), in.getLong(), rowsChecksum);
    }

    private static int checksum(ByteBuffer bytes) {
        var crc = new CRC32C();
        crc.update(bytes.slice(0, CHECKED));
        return (int) crc.getValue();
    }
}
