package io.atalaya.evidence.stamp;

import io.atalaya.evidence.capsule.Sha256;
import io.atalaya.evidence.capsule.Stamping;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/** Whether a time stamp is one of these bytes, and whose. */
public final class StampCheck {
    private final List<X509Certificate> authorities;

    /** @param authorities whose stamps count; empty when any does */
    public StampCheck(List<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /**
     * @param said what the capsule says of its stamp
     * @param stamped the bytes; null where they are not there
     * @param response what the authority answered, DER; null where it is not there
     */
    public Stamp check(Stamping said, byte @Nullable [] stamped, byte @Nullable [] response) {
        if (!said.stamped()) {
            return said.authority() == null
                    ? Stamp.NONE
                    : new Stamp(Stamp.State.UNSTAMPED, null, said.authority() + ": " + said.why());
        }
        if (response == null || stamped == null) {
            return new Stamp(Stamp.State.BAD, null, "");
        }
        try {
            var token = new TimeStampResponse(response).getTimeStampToken();
            return token == null ? new Stamp(Stamp.State.BAD, null, "no token") : check(token, stamped);
        } catch (TSPException | IOException | RuntimeException unreadable) {
            // Bouncy Castle throws what it likes at bytes that are no stamp
            return new Stamp(Stamp.State.BAD, null, String.valueOf(unreadable.getMessage()));
        }
    }

    private Stamp check(TimeStampToken token, byte[] stamped) {
        var info = token.getTimeStampInfo();
        if (!NISTObjectIdentifiers.id_sha256.equals(info.getMessageImprintAlgOID())
                || !Arrays.equals(HexFormat.of().parseHex(Sha256.of(stamped)), info.getMessageImprintDigest())) {
            return new Stamp(Stamp.State.BAD, null, "of something else");
        }
        try {
            @SuppressWarnings("unchecked") // Bouncy Castle's signer id selects certificates
            var matches = token.getCertificates().getMatches((Selector<X509CertificateHolder>) token.getSID());
            var signer = matches.stream().findFirst();
            if (signer.isEmpty()) {
                return new Stamp(Stamp.State.BAD, null, "without the authority's certificate");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer.get()));
            var at = info.getGenTime().toInstant();
            var name = signer.get().getSubject().toString();
            if (authorities.isEmpty()) {
                return new Stamp(Stamp.State.OF_SOMEBODY, at, name);
            }
            trust(token, signer.get(), at);
            return new Stamp(Stamp.State.TRUSTED, at, name);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException wrong) {
            return new Stamp(Stamp.State.BAD, null, String.valueOf(wrong.getMessage()));
        }
    }

    /** By the certificates that were valid when it stamped; whether one was called back since is not asked. */
    private void trust(TimeStampToken token, X509CertificateHolder signer, Instant at) throws GeneralSecurityException {
        var path = new ArrayList<X509Certificate>();
        var next = certificate(signer);
        while (!authorities.contains(next) && path.size() < 10) {
            path.add(next);
            var issuer = issuer(token, next);
            if (issuer == null || issuer.equals(next)) {
                break;
            }
            next = issuer;
        }
        if (path.isEmpty()) {
            return; // the signer itself is one of them
        }
        var parameters = new PKIXParameters(
                authorities.stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        // what PKIX does not know as critical: that it is for time stamps, which validate() has looked at
        parameters.addCertPathChecker(new TimeStampingUse());
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    private static @Nullable X509Certificate issuer(TimeStampToken token, X509Certificate of)
            throws CertificateException {
        for (var each : token.getCertificates().getMatches(null)) {
            var certificate = certificate(each);
            if (certificate.getSubjectX500Principal().equals(of.getIssuerX500Principal())) {
                return certificate;
            }
        }
        return null;
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
