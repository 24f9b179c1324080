package io.atalaya.logs.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files and folders that nobody but their owner can read, where the file system knows owners. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** For reading and writing. */
    static FileChannel open(Path file, OpenOption... more) throws IOException {
        var options = new HashSet<OpenOption>(List.of(more));
        options.add(StandardOpenOption.READ);
        options.add(StandardOpenOption.WRITE);
        return FileChannel.open(file, Set.copyOf(options), attributes(file, "rw-------"));
    }

    /** Makes a folder that must not be there. */
    static Path fresh(Path folder) throws IOException {
        return Files.createDirectory(folder, attributes(folder, "rwx------"));
    }

    /** Makes the folder and those above it that are missing. */
    static Path folder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** The names of new files are only safe when their folder is on disk; Windows cannot and need not do this. */
    static void force(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var interrupted = false;
        while (true) {
            interrupted |= Thread.interrupted(); // it would close the channel
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
                break;
            } catch (ClosedByInterruptException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
