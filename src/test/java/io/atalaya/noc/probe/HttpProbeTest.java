package io.atalaya.noc.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.ProbeResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HttpProbeTest {
    private static final Trust NOBODY = new Trust(List.of());

    private static ProbeResult answered(Site.Script script) throws IOException {
        try (var site = Site.plain(script)) {
            return Probing.probe(site, NOBODY, Probing.LONG, "http://app.checkop.co/health");
        }
    }

    private static ProbeResult inVain(Site.Script script) throws IOException {
        try (var site = Site.plain(script)) {
            return Probing.probe(site, NOBODY, Probing.SOME, "http://app.checkop.co/health");
        }
    }

    private static void write(java.net.Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Test
    void tellsStatusAndTimesOfAGoodAnswer() throws IOException {
        var seen = answered(Site.says("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        assertThat(seen.failure()).isNull();
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.target()).isEqualTo("http://app.checkop.co/health");
        assertThat(seen.at()).isEqualTo(Probing.NOW);
        assertThat(seen.connectMillis()).isNotNull();
        assertThat(seen.dnsMillis()).isNotNull();
        assertThat(seen.tlsMillis()).isNull();
        assertThat(seen.firstByteMillis()).isNotNull().isLessThanOrEqualTo(seen.millis());
        assertThat(seen.address()).isEqualTo("127.0.0.1");
    }

    @Test
    void sendsOneGetThatSaysWhoAsksAndNothingElse() throws IOException {
        var asked = new java.util.concurrent.LinkedBlockingQueue<String>();
        try (var site = Site.plain(client -> {
            asked.add(Site.read(client));
            write(client, "HTTP/1.1 204 None\r\n\r\n");
        })) {
            assertThat(Probing.probe(site, NOBODY, Probing.LONG, "http://Épée.checkop.co:8080/a?b=c")
                            .good())
                    .isTrue();
        }
        assertThat(asked)
                .containsExactly("GET /a?b=c HTTP/1.1\r\nHost: " + java.net.IDN.toASCII("épée") + ".checkop.co:8080\r\n"
                        + "User-Agent: Atalaya/test\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    @Test
    void anErrorOfTheSiteIsAFailureWithItsStatus() throws IOException {
        var seen = answered(Site.says("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));
        assertThat(seen.status()).isEqualTo(503);
        assertThat(seen.failure()).isEqualTo("HTTP 503");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "http://169.254.169.254/latest/meta-data/", "/health"})
    void aRedirectIsToldAndNeverFollowed(String where) throws IOException {
        var first = new AtomicLong();
        try (var site = Site.plain(client -> {
            first.incrementAndGet();
            Site.says("HTTP/1.1 301 Moved\r\nLocation: " + where + "\r\nContent-Length: 0\r\n\r\n")
                    .play(client);
        })) {
            var connections = new ArrayList<InetSocketAddress>();
            var seen = Probing.probe(
                    (host, port, named, atMost) -> List.of(new InetSocketAddress(site.address(), site.port())),
                    (to, deadline) -> {
                        connections.add(to);
                        return Connector.DIRECT.connect(to, deadline);
                    },
                    NOBODY,
                    Probing.LONG,
                    "http://app.checkop.co/health");
            assertThat(seen.good()).isTrue();
            assertThat(seen.status()).isEqualTo(301);
            assertThat(seen.location()).isEqualTo(where);
            assertThat(connections).hasSize(1);
            assertThat(first).hasValue(1);
        }
    }

    @Test
    void passesOverWhatComesBeforeTheAnswer() throws IOException {
        assertThat(answered(Site.says("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerInChunksEndsWithItsLastOneThoughTheConnectionStaysOpen() throws IOException {
        var seen = answered(client -> {
            Site.read(client);
            write(client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        });
        assertThat(seen.failure()).isNull();
    }

    @Test
    void readsAFewKilobytesOfAHugeBody() throws IOException {
        var sent = new AtomicLong();
        var seen = answered(client -> {
            Site.read(client);
            write(client, "HTTP/1.1 200 OK\r\n\r\n");
            var much = new byte[8192];
            while (true) {
                client.getOutputStream().write(much);
                sent.addAndGet(much.length);
            }
        });
        assertThat(seen.good()).isTrue();
        // what the sockets of both sides hold; a body without end was not read
        assertThat(sent.get()).isLessThan(64 * 1024 * 1024);
    }

    @Test
    void aHugeFieldIsNoHead() throws IOException {
        var seen = answered(client -> {
            Site.read(client);
            write(client, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(1_000_000) + "\r\n\r\n");
        });
        assertThat(seen.failure()).isEqualTo("head of the answer longer than 16 KB");
        assertThat(seen.status()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Y: z\r\n", "HTTP/1.1 100 Continue\r\n\r\n"})
    void aHeadWithoutEndIsNoHead(String again) throws IOException {
        var seen = answered(client -> {
            Site.read(client);
            write(client, "HTTP/1.1 " + (again.startsWith("X") ? "200 OK\r\n" : "100 Continue\r\n\r\n"));
            while (true) {
                write(client, again.repeat(100));
            }
        });
        assertThat(seen.failure()).isEqualTo("head of the answer longer than 16 KB");
    }

    @Test
    void aDripOfBytesGainsNoTime() throws IOException {
        var seen = inVain(client -> {
            Site.read(client);
            for (var i = 0; ; i++) {
                write(client, i == 0 ? "HTTP/1.1 200 OK\r\nX: " : "x");
                LockSupport.parkNanos(20_000_000);
            }
        });
        assertThat(seen.failure()).isEqualTo("answer: no answer in time");
        assertThat(seen.firstByteMillis()).isNotNull();
        assertThat(seen.status()).isNull();
    }

    @Test
    void aBodyThatDoesNotEndIsAFailureAfterAGoodHead() throws IOException {
        var seen = inVain(client -> {
            Site.read(client);
            write(client, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
            for (var i = 0; i < 99; i++) {
                write(client, "x");
                LockSupport.parkNanos(100_000_000);
            }
        });
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.failure()).isEqualTo("answer: no answer in time");
    }

    @Test
    void oneThatNeverAnswersIsLeft() throws IOException {
        var seen = inVain(Site::read);
        assertThat(seen.failure()).isEqualTo("answer: no answer in time");
        assertThat(seen.connectMillis()).isNotNull();
    }

    @Test
    void oneThatClosesAtOnceHasNotAnswered() throws IOException {
        assertThat(answered(client -> {
                            Site.read(client);
                            client.close();
                        })
                        .failure())
                .isEqualTo("closed without an answer");
    }

    @Test
    void whatIsNoHttpIsToldAsText() throws IOException {
        var seen = answered(client -> {
            Site.read(client);
            write(client, "SSH-2.0-Open\u001b[31mSSH\u202e\r\n");
            client.close();
        });
        assertThat(seen.failure()).isEqualTo("answers, but not HTTP: \"SSH-2.0-Open?[31mSSH???\"");
    }

    @Test
    void aPortThatIsClosedRefuses() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var closed = port;
        var seen = Probing.probe(
                (host, p, named, atMost) -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), closed)),
                Connector.DIRECT,
                NOBODY,
                Probing.LONG,
                "tcp://10.20.1.57:22");
        assertThat(seen.failure()).contains("refused");
        assertThat(seen.connectMillis()).isNull();
    }

    @Test
    void aPingSaysNothingAndTellsHowLongConnectingTook() throws IOException {
        try (var site = Site.plain(client -> Site.read(client))) {
            var seen = Probing.probe(site, NOBODY, Probing.LONG, "tcp://10.20.1.57:8080");
            assertThat(seen.good()).isTrue();
            assertThat(seen.target()).isEqualTo("tcp://10.20.1.57:8080");
            assertThat(seen.connectMillis()).isNotNull();
            assertThat(seen.dnsMillis()).isNull();
        }
    }

    @Test
    void theSecondAddressIsTriedWhenTheFirstIsDead() throws IOException {
        try (var site = Site.plain(Site.says("HTTP/1.1 200 OK\r\n\r\n"))) {
            var tried = new ArrayList<String>();
            var dead = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 80);
            var seen = Probing.probe(
                    (host, port, named, atMost) -> List.of(dead, new InetSocketAddress(site.address(), site.port())),
                    (to, deadline) -> {
                        tried.add(to.getAddress().getHostAddress());
                        if (to.equals(dead)) {
                            throw new java.net.NoRouteToHostException("none");
                        }
                        return Connector.DIRECT.connect(to, deadline);
                    },
                    NOBODY,
                    Probing.LONG,
                    "http://app.checkop.co/");
            assertThat(seen.good()).isTrue();
            assertThat(tried).containsExactly("2001:db8:0:0:0:0:0:1", "127.0.0.1");
        }
    }

    @Test
    void asksHostsOfIpv6() throws IOException {
        Site there;
        try {
            there = Site.on(
                    InetAddress.ofLiteral("::1"),
                    ServerSocketFactory.getDefault(),
                    Site.says("HTTP/1.1 200 OK\r\n\r\n"));
        } catch (IOException noIpv6) {
            org.junit.jupiter.api.Assumptions.abort("this machine has no IPv6");
            return;
        }
        try (var site = there) {
            var way = new DnsWay(name -> new InetAddress[0], Thread.ofVirtual().factory());
            var seen = Probing.probe(way, Connector.DIRECT, NOBODY, Probing.LONG, "http://[::1]:" + site.port() + "/");
            assertThat(seen.failure()).isNull();
            assertThat(seen.target()).isEqualTo("http://[0:0:0:0:0:0:0:1]:" + site.port() + "/");
        }
    }
}
