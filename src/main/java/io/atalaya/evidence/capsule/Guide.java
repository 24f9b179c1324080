package io.atalaya.evidence.capsule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How to check a capsule with openssl and sha256sum alone. */
public final class Guide {
    private Guide() {}

    /** In the nearest language there is. */
    public static String of(Locale language) {
        var name =
                switch (language.getLanguage()) {
                    case "es" -> "VERIFY_es.md";
                    case "pt" -> "VERIFY_pt_BR.md";
                    default -> "VERIFY.md";
                };
        try (var in = Guide.class.getResourceAsStream("/io/atalaya/evidence/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
