package io.atalaya.evidence.capsule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** An Ed25519 key that signs capsules. */
public final class CapsuleKey {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    CapsuleKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** SHA-256 of the public key in DER; what one tells an auditor beforehand. */
    public String fingerprint() {
        return PublicKeys.fingerprint(open);
    }

    /** The public key as openssl reads it. */
    public byte[] publicPem() {
        return Pem.write(Pem.PUBLIC, open.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 signs with Ed25519", e);
        }
    }
}
