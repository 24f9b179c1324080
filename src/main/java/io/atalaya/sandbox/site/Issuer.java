package io.atalaya.sandbox.site;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * An authority that signs certificates for servers, with keys on a curve that are made when it is made and never leave the
 * program. Java offers no public way to write a certificate, and its keytool would take a second for each.
 */
public final class Issuer {
    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final int DNS = 0x82;
    private static final int ADDRESS = 0x87;

    private final String name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    /**
     * A certificate and its key.
     *
     * @param chain the server's own first, without the authority
     */
    public record Identity(PrivateKey key, List<X509Certificate> chain) {
        public Identity {
            chain = List.copyOf(chain);
        }
    }

    /** @param name the common name of the authority */
    public Issuer(String name, Instant notBefore, Instant notAfter) {
        this.name = name;
        this.keys = keys();
        this.certificate = write(name, keys, name, keys, notBefore, notAfter, List.of());
    }

    /** Its own, which whoever believes it must have. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** @param names for which the certificate is; the first is its common name too; addresses as literals */
    public Identity issue(List<String> names, Instant notBefore, Instant notAfter) {
        var own = keys();
        return new Identity(
                own.getPrivate(), List.of(write(names.getFirst(), own, name, keys, notBefore, notAfter, names)));
    }

    /** One that nobody else signed. */
    public static Identity selfSigned(List<String> names, Instant notBefore, Instant notAfter) {
        var own = keys();
        var common = names.getFirst();
        return new Identity(own.getPrivate(), List.of(write(common, own, common, own, notBefore, notAfter, names)));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate write(
            String subject,
            KeyPair own,
            String issuer,
            KeyPair signer,
            Instant notBefore,
            Instant notAfter,
            List<String> names) {
        var toSign = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
                ECDSA_SHA256,
                common(issuer),
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                common(subject),
                own.getPublic().getEncoded(),
                Der.tagged(
                        0xa3, names.isEmpty() ? Der.sequence(authority()) : Der.sequence(forServers(), names(names))));
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signer.getPrivate());
            signature.update(toSign);
            var encoded = Der.sequence(toSign, ECDSA_SHA256, Der.bits(signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] common(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(name))));
    }

    private static byte[] authority() {
        return Der.sequence(Der.oid("2.5.29.19"), Der.bool(true), Der.octets(Der.sequence(Der.bool(true))));
    }

    private static byte[] forServers() {
        return Der.sequence(Der.oid("2.5.29.37"), Der.octets(Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))));
    }

    private static byte[] names(List<String> names) {
        var encoded = names.stream().map(Issuer::name).toArray(byte[][]::new);
        return Der.sequence(Der.oid("2.5.29.17"), Der.octets(Der.sequence(encoded)));
    }

    private static byte[] name(String name) {
        try {
            return Der.tagged(ADDRESS, InetAddress.ofLiteral(name).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return Der.tagged(DNS, name.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
