package io.atalaya.logs.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is written at given places, readable by its owner only. An interrupt of a thread closes the channel that it is
 * using; here the channel is opened again, the work repeated and the interrupt kept.
 */
final class StoreFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    private static final int ZEROS = 1 << 16;

    private interface Work<T> {
        T on(FileChannel channel) throws IOException;
    }

    private final Path path;
    private volatile FileChannel channel;
    private volatile boolean closed;

    private StoreFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes it where it is not there. */
    static StoreFile open(Path path) throws IOException {
        return new StoreFile(path, OwnerOnly.open(path, StandardOpenOption.CREATE));
    }

    /** Makes it anew, empty. */
    static StoreFile create(Path path) throws IOException {
        var file = open(path);
        file.truncate(0);
        return file;
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return run(FileChannel::size);
    }

    /** All that remains of the buffer, whose position stays. */
    void write(ByteBuffer bytes, long at) throws IOException {
        run(used -> {
            var rest = bytes.duplicate();
            while (rest.hasRemaining()) {
                used.write(rest, at + rest.position() - bytes.position());
            }
            return true;
        });
    }

    void truncate(long size) throws IOException {
        run(used -> used.truncate(size));
    }

    /** Takes away what lies behind; where the system does not let a mapped file be cut (Windows), zeros take its place. */
    void erase(long from) throws IOException {
        try {
            truncate(from);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException mapped) {
            var end = size();
            for (long at = from; at < end; at += ZEROS) {
                write(ByteBuffer.allocate((int) Math.min(ZEROS, end - at)), at);
            }
        }
    }

    /** Cuts off what lies behind, where the system lets it be cut while it is mapped (Windows does not). */
    void cut(long size) throws IOException {
        try {
            truncate(size);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException mapped) {
            LOG.debug("{} stays longer than what it holds: {}", path, mapped.toString());
        }
    }

    /** On disk, not only with the system. */
    void force() throws IOException {
        run(used -> {
            used.force(false);
            return true;
        });
    }

    /** The first {@code size} bytes, the file made that long; what is written to the file is seen in it at once. */
    MemorySegment map(long size, Arena arena) throws IOException {
        return run(used -> used.map(MapMode.READ_WRITE, 0, size, arena)).asReadOnly();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
    }

    private <T> T run(Work<T> work) throws IOException {
        var interrupted = Thread.interrupted();
        try {
            while (true) {
                var used = channel;
                try {
                    return work.on(used);
                } catch (ClosedChannelException e) {
                    if (closed) {
                        throw e;
                    }
                    interrupted |= Thread.interrupted();
                    reopen(used);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void reopen(FileChannel broken) throws IOException {
        if (channel == broken) {
            channel = OwnerOnly.open(path);
        }
    }
}
