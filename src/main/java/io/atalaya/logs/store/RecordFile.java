package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A small file of records, framed and with checksums, that is only added to. What was added survives the end of this program at
 * any moment; the end of the computer may cost what was added since {@link #force}. A record that is not whole at the end of
 * the file is cut off when it is opened. Safe for several threads of one program, not for several programs.
 */
public final class RecordFile implements AutoCloseable {
    private static final long MAGIC = 0x3143_4552_4c41_5441L; // "ATALREC1"
    private static final int START = Long.BYTES;

    private final StoreFile file;
    private final CRC32C crc = new CRC32C();
    private long end;

    private RecordFile(StoreFile file, long end) {
        this.file = file;
        this.end = end;
    }

    /**
     * Opens it, or makes it where it is not there.
     *
     * @throws StoreException when it cannot be, or is another kind of file
     */
    public static RecordFile open(Path path) {
        try {
            var file = StoreFile.open(path);
            try {
                var end = file.size() < START ? 0 : read(path, record -> {});
                if (end == 0) {
                    file.truncate(0);
                    file.write(buffer(START).putLong(0, MAGIC), 0);
                    end = START;
                } else if (end < file.size()) {
                    file.truncate(end);
                }
                return new RecordFile(file, end);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw StoreException.of(path, e);
        }
    }

    /** Adds a record, which may be empty. */
    public void append(byte[] record) {
        append(List.of(record));
    }

    /**
     * Adds records, with one write.
     *
     * @throws StoreException when they cannot be written: then none of them is there
     */
    public synchronized void append(List<byte[]> records) {
        var length = 0;
        for (var record : records) {
            length = Math.addExact(length, Frames.HEAD + record.length);
        }
        var bytes = buffer(length);
        for (var record : records) {
            var start = bytes.position();
            Frames.begin(bytes, record.length);
            Frames.seal(bytes.put(record), start, crc);
        }
        try {
            file.write(bytes.flip(), end);
            end += length;
        } catch (IOException e) {
            try {
                file.truncate(end);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw StoreException.of(file.path(), e);
        }
    }

    /** All records, from the first. */
    public synchronized void replay(Consumer<byte[]> each) {
        replay(file.path(), each);
    }

    /** All whole records of a file that need not be open, and stays as it is; none where it is not there. */
    public static void replay(Path path, Consumer<byte[]> each) {
        try {
            if (Files.exists(path)) {
                read(path, each);
            }
        } catch (IOException e) {
            throw StoreException.of(path, e);
        }
    }

    /** Bytes of the file. */
    public synchronized long size() {
        return end;
    }

    /** Waits until all is on disk. */
    public void force() {
        try {
            file.force();
        } catch (IOException e) {
            throw StoreException.of(file.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw StoreException.of(file.path(), e);
        }
    }

    /** Where the last whole record ends; 0 for a file too short to be one. */
    private static long read(Path path, Consumer<byte[]> each) throws IOException {
        var bytes = ByteBuffer.wrap(readAll(path)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.capacity() < START) {
            return 0;
        }
        if (bytes.getLong(0) != MAGIC) {
            throw new StoreException(StoreException.Kind.FOREIGN, path, "not a file of records");
        }
        var crc = new CRC32C();
        var place = START;
        for (var length = Frames.at(bytes, place, crc); length >= 0; length = Frames.at(bytes, place, crc)) {
            var record = new byte[length];
            bytes.get(place + Frames.HEAD, record);
            each.accept(record);
            place += Frames.HEAD + length;
        }
        return place;
    }

    private static byte[] readAll(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        }
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
