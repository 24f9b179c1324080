package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second start is told to the first, and only to it. */
class SingleInstanceTest {
    @TempDir
    Path home;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void theSecondHandsOverWhatItWasAskedForAndEnds() throws Exception {
        try (var first = new SingleInstance(home.resolve("data"));
                var second = new SingleInstance(home.resolve("data"))) {
            assertThat(first.claim("", told::add)).isEqualTo(SingleInstance.Claim.FIRST);
            assertThat(second.claim("perfil ñ\nus-east-1\n\n", told::add)).isEqualTo(SingleInstance.Claim.HANDED_OVER);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("perfil ñ\nus-east-1\n\n");
        }
    }

    @Test
    void whenTheFirstHasEndedTheNextIsTheFirst() {
        try (var first = new SingleInstance(home)) {
            first.claim("", told::add);
        }
        try (var next = new SingleInstance(home)) {
            assertThat(next.claim("", told::add)).isEqualTo(SingleInstance.Claim.FIRST);
        }
        assertThat(home.resolve("console.address")).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotHeard() throws Exception {
        try (var first = new SingleInstance(home)) {
            first.claim("", told::add);
            var address = home.resolve("console.address");
            assertThat(Files.getPosixFilePermissions(address)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            int port = Integer.parseInt(Files.readAllLines(address).getFirst());
            try (var stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.setSoTimeout(30_000);
                stranger.getOutputStream().write(("0".repeat(64) + "d2lzaA==\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(stranger.getInputStream().read()).isNotEqualTo('o');
            } catch (java.net.SocketException cutOff) {
                assertThat(cutOff).hasMessageContaining("reset");
            }
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whereTheFirstDoesNotAnswerTheNextOpensForItself() throws Exception {
        try (var first = new SingleInstance(home);
                var second = new SingleInstance(home)) {
            first.claim("", told::add);
            Files.writeString(home.resolve("console.address"), "1\nnobody\n");
            assertThat(second.claim("", told::add)).isEqualTo(SingleInstance.Claim.ON_ITS_OWN);
        }
    }

    @Test
    void whereNothingCanBeWrittenEachOpensForItself() throws Exception {
        var file = Files.writeString(home.resolve("file"), "");
        try (var first = new SingleInstance(file.resolve("data"))) {
            assertThat(first.claim("", told::add)).isEqualTo(SingleInstance.Claim.ON_ITS_OWN);
        }
    }
}
