package io.atalaya.deployment.overview;

import io.atalaya.deployment.Certificate;
import io.atalaya.deployment.Listener;
import io.atalaya.deployment.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Certificates of listeners that have ended, or will soon. One finding each, however many listeners show it. */
final class CertificateRule implements Rule {
    @Override
    public Stream<Finding> find(Situation situation) {
        return situation.items(Parts.CERTIFICATES).stream().flatMap(each -> of(each, situation));
    }

    private static Stream<Finding> of(Certificate certificate, Situation situation) {
        var listeners = situation.items(Parts.LISTENERS).stream()
                .filter(each -> each.certificateArns().contains(certificate.arn()))
                .toList();
        var until = certificate.notAfter();
        if (listeners.isEmpty() || until == null) {
            return Stream.empty();
        }
        return finding(certificate, until, listeners, situation.now());
    }

    private static Stream<Finding> finding(
            Certificate certificate, Instant until, List<Listener> listeners, Instant now) {
        var subject = listeners.getFirst().ref();
        if (!until.isAfter(now)) {
            return Stream.of(new Finding(
                    FindingKind.CERTIFICATE_EXPIRED,
                    Urgency.FAILED,
                    subject,
                    Parts.CERTIFICATES,
                    until,
                    List.of(certificate.domain(), until, listeners.size())));
        }
        var left = Duration.between(now, until);
        return left.compareTo(Certificate.SOON) > 0
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.CERTIFICATE_EXPIRING,
                        Urgency.DEGRADED,
                        subject,
                        Parts.CERTIFICATES,
                        null,
                        List.of(certificate.domain(), until, left, certificate.renews() ? 1 : 0)));
    }
}
