package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.NameSeen.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a name server of three names on this computer. */
class JndiNameLookupTest {
    private static final Instant NOW = Instant.parse("2026-11-24T19:03:39Z");
    private static final int NXDOMAIN = 3;
    private static final int SERVFAIL = 2;

    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private DatagramSocket socket;
    private Thread server;
    private JndiNameLookup lookup;

    @BeforeEach
    void listen() throws SocketException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server = Thread.ofVirtual().start(this::serve);
        lookup = new JndiNameLookup("dns://127.0.0.1:" + socket.getLocalPort(), () -> NOW);
    }

    @AfterEach
    void close() throws InterruptedException {
        socket.close();
        assertThat(server.join(java.time.Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void addressesAreValues() {
        var seen = lookup.ask("app.checkop.example", "A");
        assertThat(seen.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(seen.data()).containsExactlyInAnyOrder("203.0.113.31", "203.0.113.32");
        assertThat(seen.at()).isEqualTo(NOW);
    }

    @Test
    void whatDoesNotExistAndWhatHasNoSuchRecordAreBothNotThere() {
        assertThat(lookup.ask("gone.checkop.example", "A").outcome()).isEqualTo(Outcome.NOT_THERE);
        assertThat(lookup.ask("app.checkop.example", "AAAA").outcome()).isEqualTo(Outcome.NOT_THERE);
    }

    @Test
    void aServerThatFailsIsNoAnswer() {
        var seen = lookup.ask("broken.checkop.example", "A");
        assertThat(seen.outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(seen.detail()).isNotBlank();
    }

    @Test
    void oddNamesAreAskedAsOneNameOrRefusedAndNeverMore() throws InterruptedException {
        for (var name : List.of("a/b.checkop.example", "\\052.checkop.example", "ñ.checkop.example", "a b.example")) {
            assertThat(lookup.ask(name, "A").outcome()).isNotEqualTo(Outcome.ANSWERED);
            asked.poll(1, TimeUnit.MILLISECONDS);
        }
    }

    private void serve() {
        var buffer = new byte[512];
        try {
            while (true) {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                var answer = answer(buffer, packet.getLength());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    private byte[] answer(byte[] question, int length) {
        var name = new StringBuilder();
        var at = 12;
        while (question[at] != 0) {
            name.append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII))
                    .append('.');
            at += question[at] + 1;
        }
        var type = question[at + 2];
        asked.add(name.toString());
        var known = name.toString().equals("app.checkop.example.");
        var code = known ? 0 : name.toString().startsWith("broken.") ? SERVFAIL : NXDOMAIN;
        var addresses = known && type == 1 ? List.of(31, 32) : List.<Integer>of();
        var out = new ByteArrayOutputStream();
        out.write(question, 0, 2);
        out.writeBytes(new byte[] {(byte) 0x81, (byte) (0x80 | code), 0, 1, 0, (byte) addresses.size(), 0, 0, 0, 0});
        out.write(question, 12, Math.min(length, at + 5) - 12);
        for (var last : addresses) {
            out.writeBytes(
                    new byte[] {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, (byte) 203, 0, 113, last.byteValue()});
        }
        return out.toByteArray();
    }
}
