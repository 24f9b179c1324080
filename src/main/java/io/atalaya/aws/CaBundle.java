package io.atalaya.aws;

import io.atalaya.deployment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates in PEM that are trusted instead of Java's own, as the AWS CLI takes AWS_CA_BUNDLE. */
final class CaBundle {
    private CaBundle() {}

    /** @throws ProblemException of kind CONFIGURATION, naming the file */
    static TrustManager[] read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw refused(file, "holds no certificate");
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : certificates) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException e) {
            throw refused(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (GeneralSecurityException e) {
            throw refused(file, "holds no certificates in PEM");
        }
    }

    private static ProblemException refused(Path file, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.CONFIGURATION,
                "AWS_CA_BUNDLE",
                "Configuration",
                "AWS_CA_BUNDLE: " + file + " " + why + "; correct the variable and start again",
                null,
                null,
                Instant.now()));
    }
}
