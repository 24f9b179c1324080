package io.atalaya.noc.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A host on this machine that does to whoever connects whatever a test says. */
final class Site implements AutoCloseable {
    /** What it does with one connection; what it throws ends that one. */
    @FunctionalInterface
    interface Script {
        void play(Socket client) throws IOException;
    }

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    private Site(ServerSocket server, Script script) {
        this.server = server;
        Thread.ofVirtual().start(() -> accept(script));
    }

    static Site plain(Script script) throws IOException {
        return on(InetAddress.getLoopbackAddress(), ServerSocketFactory.getDefault(), script);
    }

    static Site on(InetAddress address, ServerSocketFactory factory, Script script) throws IOException {
        return new Site(factory.createServerSocket(0, 50, address), script);
    }

    /** Reads the request and answers with this text. */
    static Script says(String answer) {
        return client -> {
            read(client);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            client.close();
        };
    }

    /** Up to the empty line. */
    static String read(Socket client) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            var next = client.getInputStream().read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                connections.incrementAndGet();
                clients.add(client);
                Thread.ofVirtual().start(() -> {
                    try {
                        script.play(client);
                    } catch (IOException gone) {
                        clients.remove(client); // the one who asked has hung up, as it should
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    InetAddress address() {
        return server.getInetAddress();
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var client : clients) {
            client.close();
        }
    }
}
