package io.atalaya.logs.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * How much is in a store that need not be open.
 *
 * @param events kept and not withdrawn
 * @param bytes on disk, of all files
 * @param least timestamp, milliseconds since the epoch; greater than {@code most} where there is none
 * @param most timestamp
 */
record StoreExtent(long events, long bytes, long least, long most) {
    static StoreExtent of(Path folder) throws IOException {
        var reader = new SegmentReader(folder);
        var events = 0L;
        var bytes = 0L;
        var least = Long.MAX_VALUE;
        var most = Long.MIN_VALUE;
        var first = Long.MAX_VALUE;
        for (var number : Recovery.numbers(folder)) {
            var head = head(folder, reader, number);
            if (head == null) {
                continue;
            }
            events += head.count();
            bytes += head.textEnd() + Layout.HEAD + (long) head.count() * Layout.ROW;
            least = Math.min(least, head.least());
            most = Math.max(most, head.most());
            first = Math.min(first, head.firstId());
        }
        return new StoreExtent(events - withdrawn(folder, first), bytes + others(folder), least, most);
    }

    private static @Nullable SegmentHead head(Path folder, SegmentReader reader, long number) throws IOException {
        try {
            var head = reader.sealed(number);
            return head != null ? head : walk(Segment.text(folder, number));
        } catch (NoSuchFileException droppedMeanwhile) {
            return null;
        }
    }

    private static long withdrawn(Path folder, long first) {
        var count = new long[1];
        RecordFile.replay(folder.resolve(Withdrawals.FILE), record -> {
            if (ByteBuffer.wrap(record).getLong() >= first) {
                count[0]++;
            }
        });
        return count[0];
    }

    private static long others(Path folder) throws IOException {
        var sum = 0L;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (!name.endsWith(Segment.TEXT) && !name.endsWith(Segment.COLUMNS)) {
                    sum += Files.exists(file) ? Files.size(file) : 0;
                }
            }
        }
        return sum;
    }

    /** From record to record, without looking into them: whole enough to count. */
    private static SegmentHead walk(Path text) throws IOException {
        try (var channel = FileChannel.open(text, StandardOpenOption.READ);
                var arena = Arena.ofConfined()) {
            var in = channel.map(MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE), arena)
                    .asByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN);
            var begun = SegmentHead.read(in, SegmentHead.Of.TEXT);
            var place = Layout.HEAD;
            var count = 0;
            var least = Long.MAX_VALUE;
            var most = Long.MIN_VALUE;
            while (begun != null && in.capacity() - place >= Frames.HEAD + Layout.FIELDS) {
                var length = in.getInt(place + Integer.BYTES);
                if (length < Layout.FIELDS || length > in.capacity() - place - Frames.HEAD) {
                    break;
                }
                var timestamp = in.getLong(place + Frames.HEAD + Layout.TIMESTAMP_FIELD);
                least = Math.min(least, timestamp);
                most = Math.max(most, timestamp);
                count++;
                place += Frames.HEAD + length;
            }
            var first = begun == null ? Long.MAX_VALUE : begun.firstId();
            return new SegmentHead(0, first, count, place, least, most, 0);
        }
    }
}
