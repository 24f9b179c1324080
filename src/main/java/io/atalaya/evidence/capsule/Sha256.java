package io.atalaya.evidence.capsule;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in small hexadecimal digits, as sha256sum writes it. */
public final class Sha256 {
    /** What is before the first of a chain. */
    public static final String NONE = "0".repeat(64);

    private Sha256() {}

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static String of(byte[] bytes, int from, int length) {
        var digest = digest();
        digest.update(bytes, from, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
