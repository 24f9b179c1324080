package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Brings segments to disk, and remembers up to which they are: after a crash those need not be read whole again. Safe for several
 * threads: forcing may take as long as the disk likes while the writer goes on.
 */
final class Forcing {
    static final String FILE = "forced";

    private final Path folder;
    private final Path file;
    private final List<SegmentWriter> sealed = new ArrayList<>();
    /** One at a time forces. */
    private final Object turn = new Object();

    Forcing(Path folder) {
        this.folder = folder;
        file = folder.resolve(FILE);
    }

    /** Nothing more is written to it; its files are closed here. */
    synchronized void sealed(SegmentWriter writer) {
        sealed.add(writer);
    }

    /** It is no longer kept. */
    void dropped(long number) throws IOException {
        SegmentWriter gone = null;
        synchronized (this) {
            for (var each : sealed) {
                gone = each.segment().number == number ? each : gone;
            }
            sealed.remove(gone);
        }
        if (gone != null) {
            gone.close();
        }
    }

    /** All that was sealed, and what is being written. */
    void force(List<SegmentWriter> written) throws IOException {
        synchronized (turn) {
            List<SegmentWriter> mine;
            synchronized (this) {
                mine = List.copyOf(sealed);
            }
            OwnerOnly.force(folder);
            for (var each : mine) {
                if (forced(each)) {
                    mark(each.segment().number);
                    each.close();
                }
                synchronized (this) {
                    sealed.remove(each);
                }
            }
            for (var each : written) {
                forced(each);
            }
        }
    }

    /** Nothing is forced any more. */
    void close() throws IOException {
        synchronized (turn) {
            for (var each : sealed) {
                each.close();
            }
            sealed.clear();
        }
    }

    private static boolean forced(SegmentWriter writer) throws IOException {
        try {
            for (var each : writer.files()) {
                each.force();
            }
            return true;
        } catch (ClosedChannelException dropped) {
            return false; // meanwhile
        }
    }

    /** Segments up to this number are on disk; -1 where none is known to be. */
    static long upTo(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file) || Files.size(file) != 2 * Long.BYTES) {
            return -1;
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var number = bytes.getLong();
        return bytes.getLong() == checksum(number) ? number : -1;
    }

    void mark(long number) throws IOException {
        try (var out = StoreFile.open(file)) {
            out.write(
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(number)
                            .putLong(checksum(number))
                            .flip(),
                    0);
            out.force();
        }
    }

    private static long checksum(long number) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return crc.getValue();
    }
}
