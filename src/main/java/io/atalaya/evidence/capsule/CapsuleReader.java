package io.atalaya.evidence.capsule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/** A capsule of one's own, read as any zip. */
final class CapsuleReader {
    private CapsuleReader() {}

    /** Of the manifest in that file; empty where no capsule is there. */
    static Optional<String> manifestSha256(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(Names.MANIFEST);
            if (entry == null) {
                return Optional.empty();
            }
            try (var in = zip.getInputStream(entry)) {
                return Optional.of(Sha256.of(in.readAllBytes()));
            }
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
