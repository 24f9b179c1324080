package io.atalaya.noc.desk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files that only their owner reads, and that are whole or not there. */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Opens a file; one that is made here only its owner reads, where the file system knows owners. */
    static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), owned(file));
    }

    private static FileAttribute<?>[] owned(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** All of it or nothing, also when the machine stops in the middle. */
    static void replace(Path file, String content, boolean forOthers) throws IOException {
        var next = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var channel = forOthers
                    ? FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    : open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(channel, content);
                channel.force(true);
            }
            move(next, file);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING); // the check sum tells of a torn one
        }
    }

    static void write(FileChannel channel, String content) throws IOException {
        var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
