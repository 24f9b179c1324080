package io.atalaya.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this console found when it asked a host itself. Times are of this machine's way to the host, not of the host alone.
 *
 * @param target what was asked, as configured: {@code https://itsm.example.com/saude}, {@code tcp://10.0.1.4:22}
 * @param about the resource that answers there; null where no resource of the deployment is known to
 * @param at when the question was sent
 * @param millis from the question to the end of the answer, or to the failure
 * @param dnsMillis for the name; null where none was looked up
 * @param connectMillis for TCP; null where it was not reached
 * @param tlsMillis for the handshake; null without TLS
 * @param firstByteMillis from the request to the first byte of the answer; null where none came
 * @param status HTTP status; null without an answer and for TCP
 * @param certificateNotAfter when the certificate that the host showed ends; null without TLS
 * @param failure why there is no good answer, in the words of whoever failed; null when there is one
 * @param address to which it was connected, or would have been; null where none was found
 * @param location where the host sent the one who asks, which was not followed; null where it did not
 * @param certificate that the host showed, also when it was not accepted; null without one
 */
public record ProbeResult(
        String target,
        Kind kind,
        @Nullable ResourceRef about,
        Instant at,
        long millis,
        @Nullable Long dnsMillis,
        @Nullable Long connectMillis,
        @Nullable Long tlsMillis,
        @Nullable Long firstByteMillis,
        @Nullable Integer status,
        @Nullable Instant certificateNotAfter,
        @Nullable String failure,
        @Nullable String address,
        @Nullable String location,
        @Nullable ShownCertificate certificate) {
    /** One of which no more is known. */
    public ProbeResult(
            String target,
            Kind kind,
            @Nullable ResourceRef about,
            Instant at,
            long millis,
            @Nullable Long dnsMillis,
            @Nullable Long connectMillis,
            @Nullable Long tlsMillis,
            @Nullable Long firstByteMillis,
            @Nullable Integer status,
            @Nullable Instant certificateNotAfter,
            @Nullable String failure) {
        this(
                target,
                kind,
                about,
                at,
                millis,
                dnsMillis,
                connectMillis,
                tlsMillis,
                firstByteMillis,
                status,
                certificateNotAfter,
                failure,
                null,
                null,
                null);
    }

    /** How a host is asked. */
    public enum Kind {
        TCP,
        HTTP,
        HTTPS
    }

    /** Whether the host answered as it should. */
    public boolean good() {
        return failure == null;
    }
}
