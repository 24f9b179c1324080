package io.atalaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;

/**
 * How long a start takes, for installer/linux/bench.sh: with {@code ATALAYA_MARKS} in the environment, the times (ms since 1970)
 * of the first frame and of the first data are written into that file, with the processor time (ms) and the memory (KB) it took,
 * and the program ends.
 */
final class StartMarks extends AnimationTimer {
    private final ConsoleApp app;
    private final InstantSource clock;
    private final Path file;
    private final StringBuilder marks = new StringBuilder();
    private int frames;

    private StartMarks(ConsoleApp app, InstantSource clock, Path file) {
        this.app = app;
        this.clock = clock;
        this.file = file;
    }

    /** On the JavaFX thread, before the first window is shown. */
    static void of(Map<String, String> environment, ConsoleApp app, InstantSource clock) {
        Optional.ofNullable(environment.get("ATALAYA_MARKS"))
                .ifPresent(file -> new StartMarks(app, clock, Path.of(file)).start());
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == 2) { // that of the first has been drawn
            mark("frame");
        }
        if (frames > 2 && app.isLive()) {
            stop();
            mark("data");
            mark("cpu", cpu());
            mark("rss", rss());
            write();
            app.quit();
        }
    }

    private void mark(String what) {
        mark(what, clock.millis());
    }

    private void mark(String what, long value) {
        marks.append(what).append(' ').append(value).append('\n');
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    private static long rss() {
        var status = Path.of("/proc/self/status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(it -> it.startsWith("VmRSS:"))
                            .map(it -> Long.valueOf(it.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(-1L)
                    : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Files.writeString(file, marks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
