package io.atalaya.noc.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Killed with SIGKILL while it writes and tidies: every minute it said to have kept is there, whole, and nothing else is. */
class HistoryKillTest {
    private static final int KILLS = Math.min(Integer.getInteger("atalaya.kills", 5), 20);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedAtAnyMoment(TestReporter reporter) throws Exception {
        var seed = Long.getLong("atalaya.kill.seed", System.nanoTime());
        reporter.publishEntry("seed", String.valueOf(seed));
        var random = new Random(seed);
        var file = folder.resolve("metric-history.sqlite");
        var kept = -1;
        for (var kill = 0; kill < KILLS; kill++) {
            kept = Math.max(kept, run(file, kept + 1, 1 + random.nextInt(200)));
            check(file, kept);
        }
        reporter.publishEntry("minutes", String.valueOf(kept));
    }

    /** The last minute of which the killed one said that it is kept. */
    private static int run(Path file, int from, int lines) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHistory.class.getName(),
                        file.toString(),
                        String.valueOf(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var last = from - 1;
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = said.readLine();
            for (var i = 0; line != null; i++) {
                assertThat(line).matches("\\d+");
                last = Integer.parseInt(line);
                if (i == lines) {
                    process.toHandle().destroyForcibly(); // its last words are still read
                }
                line = said.readLine();
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private static void check(Path file, int kept) throws Exception {
        var notices = new CopyOnWriteArrayList<String>();
        var names =
                IntStream.range(0, KilledHistory.SERIES).mapToObj(i -> "s" + i).toList();
        var end = KilledHistory.START.plus(Duration.ofMinutes(kept + 1));
        try (var history = new MetricHistory(file, Keep.USUAL, notices::add)) {
            var read = history.read(KilledHistory.KEY, names, KilledHistory.START, end);
            for (var i = 0; i < KilledHistory.SERIES; i++) {
                var values = new ArrayList<Double>();
                java.util.Objects.requireNonNull(read.get("s" + i)).spans().forEach(span -> values.add(span.average()));
                // one more may have been written that it did not live to say
                assertThat(values.size()).isBetween(kept + 1, kept + 2);
                for (var minute = 0; minute < values.size(); minute++) {
                    assertThat(values.get(minute)).isEqualTo(minute * 1000.0 + i);
                }
            }
        }
        assertThat(notices).isEmpty();
    }
}
