package io.atalaya.evidence.capsule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** DER in the armour that openssl reads. */
final class Pem {
    static final String PUBLIC = "PUBLIC KEY";
    static final String SECRET = "PRIVATE KEY";
    static final String LOCKED = "ENCRYPTED PRIVATE KEY";

    private Pem() {}

    static String write(String type, byte[] der) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    static Optional<byte[]> read(String type, String text) {
        var begin = "-----BEGIN " + type + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + type + "-----");
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
