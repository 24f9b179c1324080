package io.atalaya.logs.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Events that follow each other in order of arrival, mapped: what readers see of a text and a column file. */
final class Segment {
    static final String TEXT = ".seg";
    static final String COLUMNS = ".col";

    private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

    final long number;
    final long firstId;
    /** Closed when the segment is dropped or the store closed; who reads meanwhile gets nothing. */
    final Arena arena = Arena.ofShared();

    private volatile MemorySegment text = NOTHING;
    private volatile MemorySegment rows = NOTHING;
    private volatile int count;
    /** Of the text file. */
    private volatile long bytes;

    private volatile Bits withdrawn = Bits.NONE;

    Segment(long number, long firstId) {
        this.number = number;
        this.firstId = firstId;
    }

    static Path text(Path folder, long number) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", number, TEXT));
    }

    static Path columns(Path folder, long number) {
        return folder.resolve(String.format(Locale.ROOT, "%08d%s", number, COLUMNS));
    }

    /** Larger mappings of the same files; the smaller ones stay valid. */
    void text(MemorySegment mapped) {
        text = mapped;
    }

    void rows(MemorySegment mapped) {
        rows = mapped;
    }

    MemorySegment rows() {
        return rows;
    }

    /** From now on readers see so many. */
    void publish(int events, long textBytes) {
        bytes = textBytes;
        count = events;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    boolean has(long id) {
        return id >= firstId && id - firstId < count;
    }

    long nextId() {
        return firstId + count;
    }

    long longOf(long id, int column) {
        try {
            return rows.get(Layout.LONG, place(id) + column);
        } catch (IllegalStateException dropped) {
            return 0;
        }
    }

    int intOf(long id, int column) {
        try {
            return rows.get(Layout.INT, place(id) + column);
        } catch (IllegalStateException dropped) {
            return 0;
        }
    }

    MemorySegment text(long id) {
        try {
            var row = place(id);
            var columns = rows;
            return text.asSlice(
                    Integer.toUnsignedLong(columns.get(Layout.INT, row + Layout.PLACE)),
                    columns.get(Layout.INT, row + Layout.LENGTH));
        } catch (IllegalStateException dropped) {
            return NOTHING;
        }
    }

    /** As {@link StoredEvents#texts}, of this segment only: with one copy of what lies from the first to the last. */
    int texts(long id, int many, byte[] into, int[] starts, int[] ends) {
        var most = (int) Math.min(many, nextId() - id);
        var copied = 0;
        try {
            var columns = rows;
            var row = place(id);
            var first = Integer.toUnsignedLong(columns.get(Layout.INT, row + Layout.PLACE));
            var end = 0;
            while (copied < most) {
                var start = Integer.toUnsignedLong(columns.get(Layout.INT, row + Layout.PLACE)) - first;
                var length = columns.get(Layout.INT, row + Layout.LENGTH);
                if (start + length > into.length) {
                    break;
                }
                end = (int) start + length;
                starts[copied] = (int) start;
                ends[copied] = end;
                copied++;
                row += Layout.ROW;
            }
            MemorySegment.copy(text, ValueLayout.JAVA_BYTE, first, into, 0, end);
        } catch (IllegalStateException dropped) {
            Arrays.fill(starts, 0, most, 0);
            Arrays.fill(ends, 0, most, 0);
            return most;
        }
        return copied;
    }

    boolean withdrawn(long id) {
        return withdrawn.has((int) (id - firstId));
    }

    /** Called by the one thread that writes. */
    void withdraw(long id) {
        withdrawn = withdrawn.with((int) (id - firstId));
    }

    /** How many are withdrawn. */
    int withdrawn() {
        return withdrawn.count();
    }

    private long place(long id) {
        return Layout.HEAD + (id - firstId) * Layout.ROW;
    }
}
