package io.atalaya.evidence.capsule;

import io.atalaya.evidence.capsule.EvidenceException.Reason;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.Normalizer;
import java.util.EnumSet;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.jspecify.annotations.Nullable;

/** Where the key is, with its public half beside it. It is made when it is first needed, and never leaves. */
public final class KeyFolder {
    static final String SECRET_FILE = "key.pem";
    static final String PUBLIC_FILE = "public-key.pem";

    /** PBKDF2 and AES as PKCS #5 puts them together, which openssl reads. */
    private static final String LOCK = "PBEWithHmacSHA256AndAES_256";

    private static final int ROUNDS = 600_000;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Whether there is a key, and only a passphrase opens it. */
    public boolean locked() throws EvidenceException {
        var file = folder.resolve(SECRET_FILE);
        return Files.exists(file) && read(file).contains(Pem.LOCKED);
    }

    /**
     * The key; made where there is none.
     *
     * @param typed the passphrase, in any language and in either form of its accents; null for a key that has none
     * @throws EvidenceException when it cannot be read, is not this user's alone, or the passphrase is not its own: an empty
     *     one, or one for a key without, is not passed over, because whoever gives it believes that it protects something
     */
    public CapsuleKey open(char @Nullable [] typed) throws EvidenceException {
        var file = folder.resolve(SECRET_FILE);
        var passphrase = typed == null ? null : composed(typed);
        if (passphrase != null && passphrase.length == 0) {
            throw new EvidenceException(Reason.PASSPHRASE_EMPTY);
        }
        try {
            Files.createDirectories(folder);
            try (var turn = Turn.take(folder)) {
                if (turn.isHeld() && Files.notExists(file)) {
                    make(file, passphrase);
                }
            }
        } catch (IOException e) {
            throw Disk.unwritable(file, e);
        }
        refuseOthers(file);
        var open = PublicKeys.read(read(folder.resolve(PUBLIC_FILE)).getBytes(StandardCharsets.US_ASCII))
                .orElseThrow(() -> unreadable(folder.resolve(PUBLIC_FILE), "no Ed25519 key"));
        var key = new CapsuleKey(secret(file, passphrase), open);
        if (!PublicKeys.signed(open, new byte[1], key.sign(new byte[1]))) {
            throw unreadable(folder.resolve(PUBLIC_FILE), "belongs to another key");
        }
        return key;
    }

    /** An accent is one letter with it or a letter and it, by the system on which it was typed; RFC 8265 takes the first. */
    private static char[] composed(char[] typed) {
        return Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFC).toCharArray();
    }

    private void make(Path file, char @Nullable [] passphrase) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(CapsuleKey.ALGORITHM).generateKeyPair();
            var der = pair.getPrivate().getEncoded();
            var secret = passphrase == null ? Pem.write(Pem.SECRET, der) : Pem.write(Pem.LOCKED, lock(der, passphrase));
            var open = Pem.write(Pem.PUBLIC, pair.getPublic().getEncoded());
            Disk.replace(folder.resolve(PUBLIC_FILE), open.getBytes(StandardCharsets.US_ASCII));
            Disk.replace(file, secret.getBytes(StandardCharsets.US_ASCII)); // last: with it there is a key
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 makes Ed25519 keys", e);
        }
    }

    private byte[] lock(byte[] der, char[] passphrase) throws GeneralSecurityException, IOException {
        var salt = new byte[16];
        var start = new byte[16];
        random.nextBytes(salt);
        random.nextBytes(start);
        var how = new PBEParameterSpec(salt, ROUNDS, new IvParameterSpec(start));
        var cipher = Cipher.getInstance(LOCK);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(LOCK).generateSecret(new PBEKeySpec(passphrase)),
                how);
        var parameters = AlgorithmParameters.getInstance(LOCK);
        parameters.init(how);
        var named = AlgorithmParameters.getInstance("PBES2"); // the only name by which it is written down
        named.init(parameters.getEncoded());
        return new EncryptedPrivateKeyInfo(named, cipher.doFinal(der)).getEncoded();
    }

    private PrivateKey secret(Path file, char @Nullable [] passphrase) throws EvidenceException {
        var text = read(file);
        try {
            var keys = KeyFactory.getInstance(CapsuleKey.ALGORITHM);
            var plain = Pem.read(Pem.SECRET, text);
            if (plain.isPresent()) {
                if (passphrase != null) {
                    throw new EvidenceException(Reason.PASSPHRASE_UNUSED, file.toString());
                }
                return keys.generatePrivate(new PKCS8EncodedKeySpec(plain.get()));
            }
            var locked = new EncryptedPrivateKeyInfo(
                    Pem.read(Pem.LOCKED, text).orElseThrow(() -> unreadable(file, "no PEM of a private key")));
            if (passphrase == null) {
                throw new EvidenceException(Reason.PASSPHRASE_NEEDED, file.toString());
            }
            return keys.generatePrivate(unlocked(file, locked, passphrase));
        } catch (EvidenceException known) {
            throw known;
        } catch (GeneralSecurityException | IOException e) {
            throw new EvidenceException(e, Reason.KEY_UNREADABLE, file.toString(), e.toString());
        }
    }

    private static PKCS8EncodedKeySpec unlocked(Path file, EncryptedPrivateKeyInfo locked, char[] passphrase)
            throws EvidenceException {
        try {
            var how = locked.getAlgParameters();
            var cipher = Cipher.getInstance(how.toString());
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(how.toString()).generateSecret(new PBEKeySpec(passphrase)),
                    how);
            return locked.getKeySpec(cipher);
        } catch (GeneralSecurityException wrong) {
            throw new EvidenceException(wrong, Reason.PASSPHRASE_WRONG, file.toString());
        }
    }

    private static void refuseOthers(Path file) throws EvidenceException {
        if (!Disk.posix(file)) {
            return;
        }
        try {
            var permissions = Files.getPosixFilePermissions(file);
            var own = EnumSet.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
            if (!own.containsAll(permissions)) {
                throw new EvidenceException(
                        Reason.KEY_NOT_PRIVATE, file.toString(), PosixFilePermissions.toString(permissions));
            }
        } catch (EvidenceException known) {
            throw known;
        } catch (IOException e) {
            throw new EvidenceException(e, Reason.KEY_UNREADABLE, file.toString(), e.toString());
        }
    }

    private static String read(Path file) throws EvidenceException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new EvidenceException(e, Reason.KEY_UNREADABLE, file.toString(), e.toString());
        }
    }

    private static EvidenceException unreadable(Path file, String why) {
        return new EvidenceException(Reason.KEY_UNREADABLE, file.toString(), why);
    }
}
