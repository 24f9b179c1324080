package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** The segment that is being written. Files and mappings grow by doubling, and are cut to what they hold when it is sealed. */
final class SegmentWriter {
    private static final int TEXT_BUFFER = 1 << 20;
    private static final int ROW_BUFFER = 1 << 17;
    private static final long FIRST_TEXT = 1 << 18;
    private static final long FIRST_ROWS = 1 << 16;

    private final Segment segment;
    private final StoreFile texts;
    private final StoreFile columns;
    private final CRC32C crc = new CRC32C();
    private ByteBuffer text = buffer(TEXT_BUFFER);
    private final ByteBuffer rows = buffer(ROW_BUFFER);
    /** What is in the files, or was tried. */
    private long textEnd = Layout.HEAD;

    private long rowsEnd = Layout.HEAD;
    private long textRoom;
    private long rowsRoom;
    private int count;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    private SegmentWriter(Segment segment, StoreFile texts, StoreFile columns) {
        this.segment = segment;
        this.texts = texts;
        this.columns = columns;
    }

    static SegmentWriter create(Path folder, long number, long firstId) throws IOException {
        var columns = StoreFile.create(Segment.columns(folder, number));
        try {
            var texts = StoreFile.create(Segment.text(folder, number));
            var segment = new Segment(number, firstId);
            var writer = new SegmentWriter(segment, texts, columns);
            try {
                writer.roomFor(0, 0);
                texts.write(SegmentHead.begin(number, firstId).bytes(SegmentHead.Of.TEXT), 0);
                segment.publish(0, Layout.HEAD);
                return writer;
            } catch (IOException e) {
                texts.close();
                segment.arena.close();
                throw e;
            }
        } catch (IOException e) {
            columns.close();
            throw e;
        }
    }

    Segment segment() {
        return segment;
    }

    /** Both, to be forced to disk and closed. */
    StoreFile[] files() {
        return new StoreFile[] {texts, columns};
    }

    int count() {
        return count;
    }

    /** Bytes of the text file, with what is still to be written. */
    long textSize() {
        return textEnd + text.position();
    }

    void append(int stream, long timestamp, long ingested, int flags, byte[] utf8) throws IOException {
        var length = Layout.FIELDS + utf8.length;
        if (text.remaining() < Frames.HEAD + length || rows.remaining() < Layout.ROW) {
            write();
            if (text.capacity() < Frames.HEAD + length) {
                text = buffer(Frames.HEAD + length);
            }
        }
        var start = text.position();
        Frames.begin(text, length);
        text.put((byte) flags).putInt(stream).putLong(timestamp).putLong(ingested);
        var place = textEnd + text.position();
        text.put(utf8);
        Frames.seal(text, start, crc);
        row(timestamp, ingested, place, utf8.length, stream, flags);
    }

    private void row(long timestamp, long ingested, long place, int length, int stream, int flags) {
        rows.putLong(timestamp)
                .putLong(ingested)
                .putInt((int) place)
                .putInt(length)
                .putInt(stream)
                .putInt(flags);
        least = Math.min(least, timestamp);
        most = Math.max(most, timestamp);
        count++;
    }

    /** Writes all out and lets readers see it. */
    void publish() throws IOException {
        write();
        segment.publish(count, textEnd);
    }

    private void write() throws IOException {
        roomFor(text.position(), rows.position());
        texts.write(text.duplicate().flip(), textEnd);
        textEnd += text.position();
        columns.write(rows.duplicate().flip(), rowsEnd);
        rowsEnd += rows.position();
        rows.clear();
        text = text.capacity() > TEXT_BUFFER ? buffer(TEXT_BUFFER) : text.clear();
    }

    private void roomFor(int moreText, int moreRows) throws IOException {
        if (textEnd + moreText > textRoom) {
            var room = Math.max(textEnd + moreText, Math.max(FIRST_TEXT, textRoom * 2));
            segment.text(texts.map(room, segment.arena));
            textRoom = room;
        }
        if (rowsEnd + moreRows > rowsRoom) {
            var room = Math.max(rowsEnd + moreRows, Math.max(FIRST_ROWS, rowsRoom * 2));
            segment.rows(columns.map(room, segment.arena));
            rowsRoom = room;
        }
    }

    /** Forgets what was not published, also on disk, where some of it may have been written. */
    void rollBack() throws IOException {
        text = buffer(TEXT_BUFFER);
        rows.clear();
        count = segment.count();
        textEnd = segment.bytes();
        rowsEnd = Layout.HEAD + (long) count * Layout.ROW;
        texts.erase(textEnd);
        columns.erase(rowsEnd);
    }

    /** Nothing more is added. All was published. */
    SegmentHead seal() throws IOException {
        var head =
                new SegmentHead(segment.number, segment.firstId, count, textEnd, least, most, checksum(segment, count));
        texts.cut(textEnd);
        columns.cut(rowsEnd);
        columns.write(head.bytes(SegmentHead.Of.COLUMNS), 0);
        return head;
    }

    static int checksum(Segment segment, int count) {
        var crc = new CRC32C();
        crc.update(
                segment.rows().asSlice(Layout.HEAD, (long) count * Layout.ROW).asByteBuffer());
        return (int) crc.getValue();
    }

    void close() throws IOException {
        try (texts) {
            columns.close();
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
