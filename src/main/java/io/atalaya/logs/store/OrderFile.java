package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The order of a store that was closed well, so that it need not be found again. Good for exactly the events and withdrawals it
 * was made of. It is written last, when all else is on disk.
 */
final class OrderFile {
    static final String FILE = "order.idx";

    private static final long MAGIC = 0x3152_4544_524f_5441L;
    private static final int HEAD = 56;
    private static final int CHECKSUM = 48;

    private final Path file;
    private final Path fresh;

    OrderFile(Path folder) {
        file = folder.resolve(FILE);
        fresh = folder.resolve(FILE + ".new");
    }

    /**
     * What it was made of.
     *
     * @param withdrawals size of their file
     */
    record Of(long first, long next, long withdrawals) {}

    void write(IdOrder order, Of of) throws IOException {
        var crc = new CRC32C();
        try (var out = StoreFile.create(fresh)) {
            var at = (long) HEAD;
            var leaf = 0;
            for (var packed = order.packed(leaf); packed != null; packed = order.packed(++leaf)) {
                var bytes = buffer(packed.remaining() * Integer.BYTES);
                bytes.asIntBuffer().put(packed);
                crc.update(bytes.array());
                out.write(bytes, at);
                at += bytes.capacity();
            }
            var head = buffer(HEAD).putLong(MAGIC).putLong(of.first).putLong(of.next);
            head.putLong(of.withdrawals).putLong(order.base()).putLong(order.size());
            crc.update(head.array(), 0, CHECKSUM);
            out.write(head.putLong(crc.getValue()).flip(), 0);
            out.force();
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether it is there and was made of this; then the order, which must be empty, is as it was. */
    boolean read(IdOrder order, Of of) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEAD || channel.size() > Integer.MAX_VALUE) {
                return false;
            }
            var bytes = ByteBuffer.allocateDirect((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            bytes.flip();
            var crc = new CRC32C();
            crc.update(bytes.slice(HEAD, bytes.limit() - HEAD));
            crc.update(bytes.slice(0, CHECKSUM));
            var whole = bytes.getLong(0) == MAGIC && bytes.getLong(CHECKSUM) == crc.getValue();
            if (!whole || !of.equals(new Of(bytes.getLong(8), bytes.getLong(16), bytes.getLong(24)))) {
                return false;
            }
            var packed = bytes.slice(HEAD, bytes.limit() - HEAD).order(ByteOrder.LITTLE_ENDIAN);
            order.load(bytes.getLong(32), packed.asIntBuffer());
            return true;
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(file);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
