package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HardeningTest {
    private final SandboxServer server = SandboxServer.start(TestParts.of(new OperationRegistry()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(connects(other)).as("reached by %s", other).isFalse();
        }
    }

    @Test
    void bodyBeyondTheLimitIsRefused() throws Exception {
        HttpResponse<String> answer = send(
                request().POST(HttpRequest.BodyPublishers.ofByteArray(new byte[ExchangeHandler.LARGEST_BODY + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void malformedEscapesAreABadRequest() throws Exception {
        HttpResponse<String> answer = send(request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("Action=%ZZ")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void requestForNoServiceIsNotFound() throws Exception {
        assertThat(send(request().GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void nameOfAnotherHostIsRefused() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421 ");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                server.endpoint().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean connects(InetAddress address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.endpoint().getPort()), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(server.endpoint() + "/")).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
