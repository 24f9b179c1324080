package io.atalaya.sandbox.site;

import io.atalaya.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The balancers and machines of a world as somebody outside reaches them: two ports on 127.0.0.1, one of them with TLS, that
 * answer by the health of the simulated targets. Nobody finds it by DNS: {@link #where} says which of its ports stands for what.
 */
public final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_HEAD = 16 * 1024;

    private final World world;
    private final SiteMap map;
    private final SiteCertificates certificates;
    private final ServerSocket plain;
    private final ServerSocket encrypted;
    private final int closedPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();

    private Site(
            World world, SiteCertificates certificates, ServerSocket plain, ServerSocket encrypted, int closedPort) {
        this.world = world;
        this.map = new SiteMap(world);
        this.certificates = certificates;
        this.plain = plain;
        this.encrypted = encrypted;
        this.closedPort = closedPort;
    }

    /** Listens on free ports until it is closed. */
    public static Site start(World world) {
        try {
            var here = InetAddress.getLoopbackAddress();
            var certificates = new SiteCertificates(world);
            int closed;
            try (var free = new ServerSocket(0, 1, here)) {
                closed = free.getLocalPort();
            }
            var encrypted = ServerTls.context(certificates::current)
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, here);
            var site = new Site(world, certificates, new ServerSocket(0, 50, here), encrypted, closed);
            site.accept(site.plain, false);
            site.accept(site.encrypted, true);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority that signed what it shows; nobody but who opened this sandbox should believe it. */
    public X509Certificate authority() {
        return certificates.authority();
    }

    /** How many requests came so far. */
    public long requests() {
        return requests.get();
    }

    /**
     * Where a host and port of this world are on this machine: a port that nobody listens on for what is down.
     *
     * @return empty for what this world does not have
     */
    public Optional<InetSocketAddress> where(String host, int port) {
        return world.ask(() -> map.find(host, port)).map(found -> switch (found) {
            case PLAIN -> address(plain.getLocalPort());
            case ENCRYPTED -> address(encrypted.getLocalPort());
            case DOWN -> address(closedPort);
        });
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void accept(ServerSocket server, boolean secret) {
        Thread.ofVirtual().name("sandbox-site").start(() -> {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    open.add(client);
                    Thread.ofVirtual().name("sandbox-site-answer").start(() -> serve(client, secret));
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        LOG.warn("the site of the sandbox lost a caller", e);
                    }
                }
            }
        });
    }

    private void serve(Socket client, boolean secret) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(PATIENCE_MILLIS);
            var head = head(client);
            if (head.isEmpty()) {
                return; // a ping: connected, and nothing said
            }
            requests.incrementAndGet();
            var answer = world.ask(() -> map.answer(head, secret));
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        } catch (IOException e) {
            LOG.debug("a caller of the sandbox's site has gone: {}", e.getMessage());
        } finally {
            open.remove(client);
        }
    }

    private static String head(Socket client) throws IOException {
        var text = new StringBuilder();
        var in = client.getInputStream();
        var buffer = new byte[2048];
        while (text.indexOf("\r\n\r\n") < 0 && text.length() < MOST_HEAD) {
            var count = in.read(buffer);
            if (count < 0) {
                break;
            }
            text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            plain.close();
            encrypted.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException e) {
            LOG.warn("a port of the sandbox's site was not closed", e);
        }
    }
}
