package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** Files that are on the disk when a method returns, readable by their owner alone. */
final class Disk {
    private Disk() {}

    static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A new file that nobody else can read. */
    static FileChannel create(Path file, OpenOption... more) throws IOException {
        var options = new java.util.HashSet<OpenOption>(Set.of(more));
        options.add(StandardOpenOption.WRITE);
        return posix(file)
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    static void write(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /**
     * Gives a file its name at once, and never that of another one: a move at once would take the other's place.
     *
     * @throws EvidenceException when a file of that name is there
     */
    static void name(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException other) {
            throw new EvidenceException(other, Reason.FILE_EXISTS, target.toString());
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            // FAT and some network drives: the best there is, for who looks and who moves is one program
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new EvidenceException(noLinks, Reason.FILE_EXISTS, target.toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(part);
    }

    /** All of it under that name, or what was there before. */
    static void replace(Path file, byte[] bytes) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var channel = create(part, StandardOpenOption.CREATE_NEW)) {
            write(channel, bytes);
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(file);
    }

    /** A new name is only safe when its folder is on disk; Windows cannot and need not do this. */
    static void syncFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && posix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What a person can do about a file that could not be written. */
    static EvidenceException unwritable(Path file, IOException why) {
        if (why instanceof EvidenceException known) {
            return known;
        }
        var message = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space") || message.contains("not enough space") || message.contains("quota")) {
            return new EvidenceException(why, Reason.DISK_FULL, file.toString());
        }
        return new EvidenceException(why, Reason.FOLDER_NOT_WRITABLE, file.toString(), why.toString());
    }
}
