package io.atalaya.noc.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ProbeResult;
import io.atalaya.deployment.ShownCertificate.Trouble;
import io.atalaya.sandbox.site.Issuer;
import io.atalaya.sandbox.site.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpsProbeTest {
    private static final Instant NOW = Probing.NOW;
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(300));
    private static final Instant AFTER = NOW.plus(Duration.ofDays(65));
    private static final Issuer KNOWN = new Issuer("Known Authority", BEFORE, AFTER.plus(Duration.ofDays(3000)));
    private static final Trust TRUST = new Trust(List.of(KNOWN.certificate()));

    /** What the server heard after the handshake: the request, or nothing. */
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private ProbeResult ask(Issuer.Identity identity, String url) throws IOException {
        var factory = ServerTls.context(() -> identity).getServerSocketFactory();
        try (var site = Site.on(InetAddress.getLoopbackAddress(), factory, client -> {
            try {
                ((SSLSocket) client).startHandshake();
                heard.add(Site.read(client));
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                heard.add("");
            } finally {
                client.close();
            }
        })) {
            return Probing.probe(site, TRUST, Probing.LONG, url);
        }
    }

    private ProbeResult ask(Issuer.Identity identity) throws IOException {
        return ask(identity, "https://app.checkop.co/");
    }

    private String heard() throws InterruptedException {
        return java.util.Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS));
    }

    private static Issuer.Identity known(Instant from, Instant to, String... names) {
        return KNOWN.issue(List.of(names), from, to);
    }

    @Test
    void tellsAGoodCertificateAndTheTimeOfTheHandshake() throws Exception {
        var seen = ask(known(BEFORE, AFTER, "*.checkop.co", "checkop.co"));
        assertThat(seen.failure()).isNull();
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.tlsMillis()).isNotNull();
        assertThat(seen.certificateNotAfter()).isEqualTo(AFTER);
        var shown = java.util.Objects.requireNonNull(seen.certificate());
        assertThat(shown.subject()).isEqualTo("CN=*.checkop.co");
        assertThat(shown.issuer()).isEqualTo("CN=Known Authority");
        assertThat(shown.names()).containsExactly("*.checkop.co", "checkop.co");
        assertThat(shown.troubles()).isEmpty();
        assertThat(heard()).startsWith("GET / HTTP/1.1");
    }

    private void refused(ProbeResult seen, Trouble... troubles) throws InterruptedException {
        assertThat(java.util.Objects.requireNonNull(seen.certificate()).troubles())
                .containsExactly(troubles);
        assertThat(seen.failure()).startsWith("certificate " + troubles[0].words());
        assertThat(seen.status()).isNull();
        assertThat(heard())
                .as("nothing is sent to one that is not who it should be")
                .isEmpty();
    }

    @Test
    void anExpiredOne() throws Exception {
        var seen = ask(known(BEFORE, NOW.minusSeconds(60), "app.checkop.co"));
        refused(seen, Trouble.EXPIRED);
        assertThat(seen.certificateNotAfter()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void oneThatIsNotYetValid() throws Exception {
        refused(ask(known(NOW.plusSeconds(60), AFTER, "app.checkop.co")), Trouble.NOT_YET_VALID);
    }

    @Test
    void oneForAnotherName() throws Exception {
        refused(ask(known(BEFORE, AFTER, "checkop.co", "*.co", "a.b.checkop.co")), Trouble.WRONG_NAME);
    }

    @Test
    void oneThatSignedItself() throws Exception {
        refused(ask(Issuer.selfSigned(List.of("app.checkop.co"), BEFORE, AFTER)), Trouble.SELF_SIGNED);
    }

    @Test
    void oneOfAnAuthorityThatNobodyKnows() throws Exception {
        var other = new Issuer("Known Authority", BEFORE, AFTER);
        refused(ask(other.issue(List.of("app.checkop.co"), BEFORE, AFTER)), Trouble.UNKNOWN_AUTHORITY);
    }

    @Test
    void everythingThatIsWrongAtOnce() throws Exception {
        refused(
                ask(Issuer.selfSigned(List.of("other.checkop.co"), BEFORE, NOW.minusSeconds(1))),
                Trouble.EXPIRED,
                Trouble.WRONG_NAME,
                Trouble.SELF_SIGNED);
    }

    @Test
    void anAddressNeedsACertificateForTheAddress() throws Exception {
        assertThat(ask(known(BEFORE, AFTER, "10.20.1.57"), "https://10.20.1.57/")
                        .failure())
                .isNull();
        assertThat(heard()).contains("Host: 10.20.1.57\r\n");
        refused(ask(known(BEFORE, AFTER, "app.checkop.co"), "https://10.20.1.57/"), Trouble.WRONG_NAME);
    }

    @Test
    void oneThatSpeaksPlainlyHasNoCertificate() throws IOException {
        try (var site = Site.plain(client -> {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        })) {
            var seen = Probing.probe(site, TRUST, Probing.LONG, "https://app.checkop.co/");
            assertThat(seen.failure()).startsWith("TLS: ");
            assertThat(seen.certificate()).isNull();
        }
    }

    @Test
    void aHandshakeThatIsDrawnOutIsLeft() throws IOException {
        try (var site = Site.plain(client -> {
            // a record of 16 KB is announced and comes byte by byte
            client.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0});
            while (true) {
                client.getOutputStream().write(2);
                client.getOutputStream().flush();
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            var seen = Probing.probe(site, TRUST, Probing.SHORT, "https://app.checkop.co/");
            assertThat(seen.failure()).contains("TLS handshake: no answer in time");
        }
    }
}
