package io.atalaya.operate.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal file. Lines are only ever added, each under a lock that other consoles on this computer respect, and each is on
 * disk ({@code fsync}) before {@link #append} returns. The lock is on a file beside it that nobody reads: where a program
 * closes a file that it read, POSIX drops every lock that the program has on it.
 */
public final class Journal {
    /** What a crash left of a line ends with this, so that it never becomes part of the next. */
    static final char LINE_END = '\n';

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** A line takes milliseconds; who holds the lock for longer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(3);

    private final Path file;
    private final ReentrantLock turn = new ReentrantLock();

    /** @param file made, with its folder, when the first entry is written; readable by its owner only */
    public Journal(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /**
     * Adds an entry and waits until it is on disk.
     *
     * @throws IOException when it could not be written: then the act must not be sent
     */
    public void append(JournalEntry entry) throws IOException {
        // an interrupt would close the file under the writer: it waits until the line is on disk
        var interrupted = Thread.interrupted();
        try {
            addInTurn(entry);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void addInTurn(JournalEntry entry) throws IOException {
        turn.lock(); // a file lock is held against other processes, not against threads
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var isNew = Files.notExists(file);
            try (var gate = open(file.resolveSibling(file.getFileName() + ".lock"));
                    var lock = lock(gate);
                    var channel = open(file)) {
                var last = JournalTail.of(channel);
                var line = JournalLine.write(last.number() + 1, last.hash(), entry) + LINE_END;
                write(channel, last.open() ? LINE_END + line : line);
                lock.release();
            }
            if (isNew && folder != null) {
                syncFolder(folder);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Other consoles, and other journals on the same file in this one, are waited for, but not for ever. */
    private FileLock lock(FileChannel channel) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException anotherOfThisProgram) {
                LOG.trace("{} is being written by this program", file, anotherOfThisProgram);
            }
            if (System.nanoTime() - end > 0) {
                throw new IOException(
                        "another program has kept " + file + " locked for " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static FileChannel open(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    /** All of it, on disk, or nothing: what a full disk left of a line is taken away again. */
    private static void write(FileChannel channel, String text) throws IOException {
        var end = channel.size();
        channel.position(end);
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            try {
                channel.truncate(end);
                channel.force(true);
            } catch (IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** A new file's name is only safe when its folder is on disk; Windows cannot and need not do this. */
    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
