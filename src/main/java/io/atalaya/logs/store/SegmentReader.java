package io.atalaya.logs.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Opens the files of segments that nobody writes to. */
final class SegmentReader {
    private static final int ROW_BUFFER = 1 << 17;

    private final Path folder;

    SegmentReader(Path folder) {
        this.folder = folder;
    }

    /** What a sealed column file says; null where it was not sealed, or does not fit its text file. */
    @Nullable
    SegmentHead sealed(long number) throws IOException {
        var text = Segment.text(folder, number);
        var columns = Segment.columns(folder, number);
        if (!Files.exists(columns)) {
            return null;
        }
        var head = SegmentHead.read(start(columns), SegmentHead.Of.COLUMNS);
        var begun = SegmentHead.read(start(text), SegmentHead.Of.TEXT);
        var whole = head != null
                && begun != null
                && head.number() == number
                && begun.firstId() == head.firstId()
                && Files.size(text) >= head.textEnd()
                && Files.size(columns) >= Layout.HEAD + (long) head.count() * Layout.ROW;
        return whole ? head : null;
    }

    /** Maps a sealed one. */
    Segment open(SegmentHead head) throws IOException {
        var segment = new Segment(head.number(), head.firstId());
        segment.text(map(Segment.text(folder, head.number()), head.textEnd(), segment.arena));
        segment.rows(map(
                Segment.columns(folder, head.number()), Layout.HEAD + (long) head.count() * Layout.ROW, segment.arena));
        segment.publish(head.count(), head.textEnd());
        return segment;
    }

    /**
     * Makes the column file anew from the text file, cuts off what is not whole, and seals both.
     *
     * @return null where the text file does not even say which segment it is: then it holds nothing
     */
    @Nullable
    SegmentHead rebuild(long number) throws IOException {
        var path = Segment.text(folder, number);
        var begun = SegmentHead.read(start(path), SegmentHead.Of.TEXT);
        if (begun == null || begun.number() != number) {
            return null;
        }
        SegmentHead head;
        try (var columns = StoreFile.create(Segment.columns(folder, number))) {
            try (var arena = Arena.ofShared()) {
                head = copyRows(map(path, Math.min(Files.size(path), Integer.MAX_VALUE), arena), begun, columns);
            }
            try (var texts = StoreFile.open(path)) {
                texts.truncate(head.textEnd());
            }
            columns.write(head.bytes(SegmentHead.Of.COLUMNS), 0);
        }
        return head;
    }

    private static SegmentHead copyRows(MemorySegment text, SegmentHead begun, StoreFile columns) throws IOException {
        var in = text.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        var rows = ByteBuffer.allocate(ROW_BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32C();
        var sum = new CRC32C();
        var place = Layout.HEAD;
        var rowsEnd = (long) Layout.HEAD;
        var count = 0;
        var least = Long.MAX_VALUE;
        var most = Long.MIN_VALUE;
        for (var length = Frames.at(in, place, crc); length >= Layout.FIELDS; length = Frames.at(in, place, crc)) {
            var body = place + Frames.HEAD;
            var timestamp = in.getLong(body + Layout.TIMESTAMP_FIELD);
            rows.putLong(timestamp)
                    .putLong(in.getLong(body + Layout.INGESTED_FIELD))
                    .putInt(body + Layout.FIELDS);
            rows.putInt(length - Layout.FIELDS)
                    .putInt(in.getInt(body + Layout.STREAM_FIELD))
                    .putInt(in.get(body));
            if (!rows.hasRemaining()) {
                rowsEnd = flush(rows, columns, rowsEnd, sum);
            }
            least = Math.min(least, timestamp);
            most = Math.max(most, timestamp);
            count++;
            place = body + length;
        }
        flush(rows, columns, rowsEnd, sum);
        return new SegmentHead(begun.number(), begun.firstId(), count, place, least, most, (int) sum.getValue());
    }

    private static long flush(ByteBuffer rows, StoreFile columns, long at, CRC32C sum) throws IOException {
        rows.flip();
        columns.write(rows, at);
        var end = at + rows.remaining();
        sum.update(rows);
        rows.clear();
        return end;
    }

    private static MemorySegment map(Path path, long size, Arena arena) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, size, arena);
        }
    }

    private static ByteBuffer start(Path path) throws IOException {
        var bytes = ByteBuffer.allocate(Layout.HEAD);
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
        }
        return bytes.flip();
    }
}
