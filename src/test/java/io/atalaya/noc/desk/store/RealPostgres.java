package io.atalaya.noc.desk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's packages, started for a test on 127.0.0.1 with its data in a temporary folder. */
final class RealPostgres implements AutoCloseable {
    static final String PASSWORD = "s3cret-of-the-desk";

    private final Path bin;
    private final Path data;
    private final int port;
    private final List<String> asUser;

    private RealPostgres(Path bin, Path data, int port, List<String> asUser) {
        this.bin = bin;
        this.data = data;
        this.port = port;
        this.asUser = asUser;
    }

    /** The newest installed; empty where none is. */
    static Optional<Path> installed() throws IOException {
        var all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (var versions = Files.list(all)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    static RealPostgres start(Path bin) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("atalaya-postgres");
        var root = "root".equals(System.getProperty("user.name"));
        var user =
                root && Files.readString(Path.of("/etc/passwd"), UTF_8).contains("postgres:") ? "postgres" : "nobody";
        var asUser = root
                ? List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups")
                : List.<String>of();
        if (root) {
            run(List.of("chown", user, data.toString()));
        }
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var postgres = new RealPostgres(bin, data, port, asUser);
        var secret = data.resolveSibling(data.getFileName() + ".pw");
        Files.writeString(secret, PASSWORD);
        if (root) {
            run(List.of("chown", user, secret.toString()));
        }
        postgres.call(
                "initdb",
                "-D",
                data + "/db",
                "-U",
                "desk",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-N",
                "-E",
                "UTF8",
                "--locale=C");
        Files.delete(secret);
        postgres.up();
        return postgres;
    }

    private static String group(String user) {
        return user.equals("nobody") ? "nogroup" : user;
    }

    void up() throws IOException, InterruptedException {
        call(
                "pg_ctl",
                "-D",
                data + "/db",
                "-w",
                "-t",
                "60",
                "-l",
                data + "/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
                        + " -c shared_buffers=8MB -c max_connections=10",
                "start");
    }

    void down() throws IOException, InterruptedException {
        call("pg_ctl", "-D", data + "/db", "-w", "-t", "60", "-m", "immediate", "stop");
    }

    String url(String password) {
        return "postgresql://desk:" + password + "@127.0.0.1:" + port + "/postgres";
    }

    String urlWithoutPassword() {
        return "postgresql://desk@127.0.0.1:" + port + "/postgres";
    }

    private void call(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(asUser);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile("atalaya-postgres", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + ": " + Files.readString(said, UTF_8));
            }
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("db").resolve("postmaster.pid"))) {
            down();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
