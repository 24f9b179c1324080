package io.atalaya.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Small files that are there whole or not at all, and that only the user can read. */
final class TextFile {
    private TextFile() {}

    /**
     * Puts the text in place of what the file held. Written beside it first, so that a crash or a full disk leaves the old one.
     *
     * @throws IOException when the folder cannot be written; the old file is untouched
     */
    static void replace(Path file, String text) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly(folder));
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
