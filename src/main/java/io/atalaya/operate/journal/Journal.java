package io.atalaya.operate.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The journal file. Lines are only ever added, each under a lock that other consoles on this computer respect, and each is on
 * disk ({@code fsync}) before {@link #append} returns.
 */
public final class Journal {
    /** What a crash left of a line ends with this, so that it never becomes part of the next. */
    static final char LINE_END = '\n';

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
        turn.lock(); // a file lock is held against other processes, not against threads
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var isNew = Files.notExists(file);
            try (var channel = open();
                    var lock = channel.lock()) {
                var last = JournalTail.of(channel);
                var line = JournalLine.write(last.number() + 1, last.hash(), entry) + LINE_END;
                write(channel, last.open() ? LINE_END + line : line);
                channel.force(true);
                lock.release();
            }
            if (isNew && folder != null) {
                syncFolder(folder);
            }
        } finally {
            turn.unlock();
        }
    }

    private FileChannel open() throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.position(channel.size());
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
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
