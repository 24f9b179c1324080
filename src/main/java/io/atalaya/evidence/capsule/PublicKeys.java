package io.atalaya.evidence.capsule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Public keys of capsules. */
public final class PublicKeys {
    private PublicKeys() {}

    /** A key from its PEM, in exactly the form that capsules have; empty when it is none. */
    public static Optional<PublicKey> read(byte[] pem) {
        var text = new String(pem, StandardCharsets.US_ASCII);
        return Pem.read(Pem.PUBLIC, text).flatMap(der -> {
            try {
                PublicKey key =
                        KeyFactory.getInstance(CapsuleKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
                return Optional.of(key);
            } catch (GeneralSecurityException none) {
                return Optional.empty();
            }
        });
    }

    public static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    /** Whether this key signed these bytes. */
    public static boolean signed(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance(CapsuleKey.ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException none) {
            return false; // not even a signature
        }
    }
}
