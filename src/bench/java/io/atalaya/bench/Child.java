package io.atalaya.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM of the same class path. It speaks in lines that begin with a word; closing its input ends it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final long startedNanos;

    private Child(Process process, long startedNanos) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.startedNanos = startedNanos;
    }

    static Child start(List<String> jvm, Map<String, String> environment, Class<?> main, String... args)
            throws IOException {
        return start(System.getProperty("java.class.path"), jvm, environment, main, args);
    }

    /** The same with another class path. */
    static Child start(
            String classPath, List<String> jvm, Map<String, String> environment, Class<?> main, String... args)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dsun.net.httpserver.nodelay=true",
                "-Dio.netty.noUnsafe=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Duser.language=en"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(args));
        var folder = Files.createDirectories(Path.of("target", "bench"));
        var builder = new ProcessBuilder(command)
                .redirectError(new File(folder.toFile(), main.getSimpleName() + ".err"));
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new Child(builder.start(), now);
    }

    /** The rest of the next line that begins with the word; other lines are passed over. */
    String await(String word) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw new IOException("the child process ended before it said " + word + ": see target/bench/*.err");
    }

    /** Waits for its end, at most so many seconds. */
    void awaitExit(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("the child process did not end within " + seconds + " s");
        }
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    void say(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
