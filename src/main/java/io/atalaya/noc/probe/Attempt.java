package io.atalaya.noc.probe;

import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ShownCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of one question while it is asked. Of one thread. */
final class Attempt {
    final ProbeTarget target;
    final Deadline deadline;
    private final Instant at;
    private @Nullable Long dnsMillis;
    private @Nullable Long connectMillis;
    private @Nullable Long tlsMillis;
    private @Nullable Long firstByteMillis;
    private @Nullable String address;
    private @Nullable ShownCertificate certificate;
    private @Nullable HttpAnswer answer;

    Attempt(ProbeTarget target, Instant at, Deadline deadline) {
        this.target = target;
        this.at = at;
        this.deadline = deadline;
    }

    void resolved(long millis) {
        dnsMillis = millis;
    }

    void trying(String where) {
        address = where;
    }

    void connected(long millis) {
        connectMillis = millis;
    }

    void shown(@Nullable ShownCertificate what) {
        certificate = what;
    }

    void shaken(long millis) {
        tlsMillis = millis;
    }

    void firstByte(long millis) {
        firstByteMillis = millis;
    }

    void answered(HttpAnswer what) {
        answer = what;
    }

    /** Nothing was sent. */
    ProbeResult refused(String why) {
        return result(why);
    }

    /** @param failure null when there is a good answer */
    ProbeResult result(@Nullable String failure) {
        return new ProbeResult(
                target.url(),
                target.kind(),
                target.about(),
                at,
                deadline.millis(),
                dnsMillis,
                connectMillis,
                tlsMillis,
                firstByteMillis,
                answer == null ? null : answer.status(),
                certificate == null ? null : certificate.notAfter(),
                failure,
                address,
                answer == null ? null : answer.location(),
                certificate);
    }
}
