package io.atalaya.foreign;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** <a href="https://docs.getmoto.org">moto</a>'s server in a process of its own, on a free port of the loopback address. */
public final class MotoServer implements AutoCloseable {
    /** Python on a loaded machine takes its time. */
    private static final int PATIENCE_SECONDS = 60;

    private static final Pattern LISTENING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:[0-9]+)");

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** The command; empty where it is not installed. */
    public static Optional<Path> find() {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "moto_server"), Path.of(folder, "moto_server.exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it and waits until it listens. */
    public static MotoServer start(Path binary) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(binary.toString(), "-H", "127.0.0.1", "-p", "0").redirectErrorStream(true);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        var process = builder.start();
        var listening = new FutureTask<>(() -> listening(process));
        Thread.ofVirtual().name("moto").start(listening);
        try {
            return new MotoServer(process, listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("moto_server does not listen", e);
        }
    }

    /** Its output is read to the end, or it would stop when nobody takes its log any more. */
    private static URI listening(Process process) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            var found = LISTENING.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().name("moto-log").start(() -> drain(process, lines));
                return URI.create(found.group(1));
            }
        }
        throw new IOException("moto_server ended: " + said);
    }

    private static void drain(Process process, BufferedReader lines) {
        try (lines) {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            process.destroy();
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
