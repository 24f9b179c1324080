package io.atalaya.ui.evidence;

import io.atalaya.evidence.verify.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the verifier found in this run of the program. A file that was written since is not verified. Any thread. */
public final class Verdicts {
    /** A file as it was. */
    record Version(Path file, long size, FileTime written) {
        static Version of(Path file) throws IOException {
            return new Version(file, Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private final Map<Version, Checked> found = new ConcurrentHashMap<>();

    Optional<Checked> of(Version version) {
        return Optional.ofNullable(found.get(version));
    }

    void put(Version version, Checked checked) {
        found.put(version, checked);
    }
}
