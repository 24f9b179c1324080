package io.atalaya.noc.probe;

import io.atalaya.deployment.ShownCertificate;
import io.atalaya.deployment.ShownCertificate.Trouble;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whether the certificates that a host shows hold, and everything that is wrong with them: a manager of Java's own stops at the
 * first trouble, and hides an expired certificate behind an unknown authority. Revocation is not asked for: that would be a
 * question to a host nobody configured.
 */
public final class Trust {
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String ANYTHING = "2.5.29.37.0";

    private final Set<TrustAnchor> anchors;
    private final Set<X509Certificate> authorities;

    /** @param authorities that are believed */
    public Trust(Collection<X509Certificate> authorities) {
        this.authorities = Set.copyOf(authorities);
        this.anchors = authorities.stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet());
    }

    /** Those that Java believes. */
    public static Trust ofJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            return new Trust(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(it -> Arrays.stream(((X509TrustManager) it).getAcceptedIssuers()))
                    .toList());
        } catch (NoSuchAlgorithmException | KeyStoreException e) {
            throw new IllegalStateException("Java has no trust store", e);
        }
    }

    /**
     * Describes what a host showed.
     *
     * @param chain the host's own first, at least one
     */
    ShownCertificate describe(List<X509Certificate> chain, Host host, Instant now) {
        var own = chain.getFirst();
        var begins = own.getNotBefore().toInstant();
        var ends = own.getNotAfter().toInstant();
        var troubles = EnumSet.noneOf(Trouble.class);
        if (now.isAfter(ends)) {
            troubles.add(Trouble.EXPIRED);
        }
        if (now.isBefore(begins)) {
            troubles.add(Trouble.NOT_YET_VALID);
        }
        if (!CertificateNames.isFor(own, host)) {
            troubles.add(Trouble.WRONG_NAME);
        }
        var dated = !troubles.contains(Trouble.EXPIRED) && !troubles.contains(Trouble.NOT_YET_VALID);
        // where its own time is over, whether it is known is asked of its own time
        var when = dated ? now : begins.plusMillis((ends.toEpochMilli() - begins.toEpochMilli()) / 2);
        if (!holds(chain, when)) {
            troubles.add(authority(chain));
        } else if (!forServers(own)) {
            troubles.add(Trouble.BAD_CHAIN);
        }
        return new ShownCertificate(
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                CertificateNames.of(own),
                begins,
                ends,
                List.copyOf(troubles));
    }

    private Trouble authority(List<X509Certificate> chain) {
        var own = chain.getFirst();
        if (signed(own, own)) {
            return Trouble.SELF_SIGNED;
        }
        // an authority that is believed stands behind it, and still there is no way to it: weak, expired, or not
        // allowed to sign
        return chain.stream()
                        .anyMatch(it -> authorities.contains(it)
                                || authorities.stream()
                                        .anyMatch(authority -> authority
                                                        .getSubjectX500Principal()
                                                        .equals(it.getIssuerX500Principal())
                                                && signed(it, authority)))
                ? Trouble.BAD_CHAIN
                : Trouble.UNKNOWN_AUTHORITY;
    }

    private static boolean signed(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean holds(List<X509Certificate> chain, Instant when) {
        if (authorities.contains(chain.getFirst())) {
            return true;
        }
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            var wanted = new X509CertSelector();
            wanted.setCertificate(chain.getFirst());
            var parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setDate(Date.from(when));
            parameters.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean forServers(X509Certificate own) {
        try {
            var uses = own.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVER) || uses.contains(ANYTHING);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
