package io.atalaya.bench;

import io.atalaya.noc.history.DeploymentKey;
import io.atalaya.noc.history.HistoryException;
import io.atalaya.noc.history.Keep;
import io.atalaya.noc.history.MetricHistory;
import io.atalaya.noc.history.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A day of 6,000 series, a value a minute: what 500 instances with twelve metrics leave on the disk. */
final class HistoryBench {
    private static final int SERIES = Integer.getInteger("atalaya.bench.series", 6000);
    private static final int MINUTES = Integer.getInteger("atalaya.bench.minutes", 1440);

    private HistoryBench() {}

    static List<Result> run() throws IOException, HistoryException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "history");
        var file = folder.resolve("metric-history.sqlite");
        var names = IntStream.range(0, SERIES).mapToObj(i -> "metric-" + i % 12 + " instance i-" + i / 12).toList();
        var key = DeploymentKey.of("111122223333", "aws", "us-east-1", null);
        var start = Instant.parse("2026-11-20T00:00:00Z");
        var values = new Random(7).doubles(SERIES, 0, 100).toArray();
        var random = new Random(8);
        var appending = 0L;
        var tidying = 0L;
        var longest = 0L;
        try (var history = new MetricHistory(file, Keep.USUAL, notice -> {})) {
            for (var minute = 0; minute < MINUTES; minute++) {
                var now = start.plus(Duration.ofMinutes(minute));
                var samples = new ArrayList<Sample>(SERIES);
                for (var i = 0; i < SERIES; i++) {
                    values[i] = Math.max(0, values[i] + random.nextGaussian());
                    // CloudWatch gives as many digits as there are
                    samples.add(new Sample(names.get(i), now, values[i]));
                }
                var before = System.nanoTime();
                history.append(key, samples, now);
                var after = System.nanoTime();
                appending += after - before;
                if (minute % 10 == 0) {
                    history.tidy(now);
                    var took = System.nanoTime() - after;
                    tidying += took;
                    longest = Math.max(longest, took);
                }
            }
            var before = System.nanoTime();
            var end = start.plus(Duration.ofMinutes(MINUTES));
            var read = history.read(key, names.subList(0, 31), start, end);
            var took = System.nanoTime() - before;
            var spans = read.values().stream().mapToInt(it -> it.spans().size()).sum();
            return List.of(
                    Result.fact("values", (double) SERIES * MINUTES, ""),
                    Result.atMost("a minute taken", appending / 1e6 / MINUTES, "ms", 1000),
                    Result.fact("put in order, all of it", tidying / 1e9, "s"),
                    Result.atMost("put in order, at most", longest / 1e6, "ms", 30_000),
                    Result.fact("on disk for these minutes", Files.size(file) / 1e6, "MB"),
                    Result.fact("a value", (double) Files.size(file) / SERIES / MINUTES, "bytes"),
                    Result.fact("31 lines of it read (" + spans + " minutes)", took / 1e6, "ms"));
        } finally {
            try (var files = Files.list(folder)) {
                for (var each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }
}
