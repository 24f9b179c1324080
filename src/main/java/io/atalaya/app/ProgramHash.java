package io.atalaya.app;

import io.atalaya.evidence.capsule.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** SHA-256 of this program: of its jar, or of the sums of its files as {@code sha256sum} lists them, sorted by name. */
final class ProgramHash {
    private ProgramHash() {}

    static String sha256() throws IOException {
        Path place;
        try {
            place = Path.of(ProgramHash.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isRegularFile(place)) {
            return Sha256.of(Files.readAllBytes(place));
        }
        var digest = Sha256.digest();
        try (var files = Files.walk(place)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = place.relativize(file).toString().replace('\\', '/');
                digest.update(
                        (Sha256.of(Files.readAllBytes(file)) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
