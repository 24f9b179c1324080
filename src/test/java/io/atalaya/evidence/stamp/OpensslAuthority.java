package io.atalaya.evidence.stamp;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/** A time stamp authority on this computer, made with {@code openssl ts}. */
final class OpensslAuthority implements AutoCloseable {
    private final Path folder;
    private final HttpServer server;
    private volatile boolean stale;

    OpensslAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = it
                [it]
                dir = .
                serial = ./serial
                signer_cert = ./tsa.pem
                certs = ./ca.pem
                signer_key = ./tsa.key
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256
                ess_cert_id_alg = sha256
                [ext]
                extendedKeyUsage = critical,timeStamping
                """);
        Files.writeString(folder.resolve("serial"), "01\n");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Authority");
        run(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.csr",
                "-subj",
                "/CN=Stamps");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-out",
                "tsa.pem",
                "-days",
                "30",
                "-extfile",
                "tsa.cnf",
                "-extensions",
                "ext");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer = answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
    }

    private byte[] answer(byte[] query) throws IOException {
        try {
            if (!stale) {
                Files.write(folder.resolve("query.tsq"), query);
                run("openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr");
            }
            return Files.readAllBytes(folder.resolve("reply.tsr"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** From now on it sends the last answer again, whatever it is asked. */
    void repeatItself() {
        stale = true;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Its certificate authority's. */
    X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("ca.pem"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    Path pem() {
        return folder.resolve("ca.pem");
    }

    private void run(String... command) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + "\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
