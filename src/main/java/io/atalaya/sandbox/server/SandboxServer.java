package io.atalaya.sandbox.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local AWS's HTTP side: one address for all services, on 127.0.0.1 and on nothing else, because it checks no
 * signatures.
 */
public final class SandboxServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final int BACKLOG = 1024;

    static {
        // Read once, when the JDK's first server class loads; without it each small answer waits 40 ms for the last
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The SDK keeps an idle connection for a minute; the JDK's 30 s would close it under the SDK's hands.
        System.setProperty("sun.net.httpserver.idleInterval", "120");
    }

    private final HttpServer http;
    private final ExecutorService executor;
    private final ServerParts parts;

    private SandboxServer(HttpServer http, ExecutorService executor, ServerParts parts) {
        this.http = http;
        this.executor = executor;
        this.parts = parts;
    }

    /** Starts on a port the system chooses. */
    public static SandboxServer start(ServerParts parts) {
        return start(parts, 0);
    }

    /**
     * Starts on a port.
     *
     * @param port 1 to 65535, or 0 for one the system chooses
     * @throws UncheckedIOException when the port is taken
     */
    public static SandboxServer start(ServerParts parts, int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
            HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
            var executor = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("sandbox-", 0).factory());
            http.setExecutor(executor);
            http.createContext("/", new ExchangeHandler(new CallDispatcher(parts)));
            http.start();
            return new SandboxServer(http, executor, parts);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** Where it listens: {@code http://127.0.0.1:PORT}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Ends Live Tail sessions, lets waiting calls go and stops listening; calls under way lose their connection. */
    @Override
    public void close() {
        parts.faults().close();
        http.stop(0);
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("sandbox calls are still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
