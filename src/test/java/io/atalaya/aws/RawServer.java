package io.atalaya.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint that answers whatever a test says, for the answers that no AWS and no sandbox would give. */
public final class RawServer implements AutoCloseable {
    /** One answer. A status of 0 hangs up without any. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer xml(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "text/xml"), body);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/x-amz-json-1.1"), body);
        }

        public static Answer html(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
        }

        public static Answer hangUp() {
            return new Answer(0, Map.of(), "");
        }

        public Answer with(String header, String value) {
            var all = new java.util.HashMap<>(headers);
            all.put(header, value);
            return new Answer(status, all, body);
        }
    }

    /** Makes the answers; {@code body} is the request's. */
    @FunctionalInterface
    public interface Script {
        Answer answer(HttpExchange exchange, String body) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public RawServer(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                bodies.add(body);
                answer(exchange, script.answer(exchange, body));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    public static RawServer always(Answer answer) throws IOException {
        return new RawServer((exchange, body) -> answer);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            throw new IOException("hang up");
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bodies of all requests so far. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
