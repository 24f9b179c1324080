package io.atalaya.noc.probe;

import io.atalaya.deployment.ShownCertificate;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a host showed in one handshake, and ends that handshake when it does not hold: nothing is ever sent to a host
 * that is not who it should be.
 */
final class RecordingTrust extends X509ExtendedTrustManager {
    private final Trust trust;
    private final Host host;
    private final InstantSource clock;
    private @Nullable ShownCertificate shown;

    RecordingTrust(Trust trust, Host host, InstantSource clock) {
        this.trust = trust;
        this.host = host;
        this.clock = clock;
    }

    /** Null where the handshake did not come that far. */
    @Nullable
    ShownCertificate shown() {
        return shown;
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        shown = trust.describe(List.of(chain), host, clock.instant());
        if (!shown.troubles().isEmpty()) {
            throw new CertificateException(words(shown));
        }
    }

    /** {@code certificate expired, for another name}. */
    static String words(ShownCertificate shown) {
        return "certificate "
                + shown.troubles().stream().map(ShownCertificate.Trouble::words).collect(Collectors.joining(", "));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
