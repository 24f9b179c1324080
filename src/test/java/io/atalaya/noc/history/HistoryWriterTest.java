package io.atalaya.noc.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.deployment.MetricPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DeploymentKey KEY = DeploymentKey.ofSandbox("checkop");

    @TempDir
    Path folder;

    private final Queue<Runnable> disk = new ArrayDeque<>();

    /** The last hour as it is shown at that minute: its last two minutes still change. */
    private static List<MetricPoint> line(int minute) {
        return IntStream.range(minute - 60, minute)
                .mapToObj(i -> new MetricPoint(NOW.plus(Duration.ofMinutes(i)), i >= minute - 2 ? -1 : i))
                .toList();
    }

    private void runDisk() {
        for (var task = disk.poll(); task != null; task = disk.poll()) {
            task.run();
        }
    }

    @Test
    void writesEachMinuteWithItsLastValueAndWaitsForNoDisk() throws Exception {
        try (var history = new MetricHistory(folder.resolve("h.sqlite"), Keep.USUAL, notice -> {})) {
            var writer = new HistoryWriter(history, KEY, disk::add);
            for (var minute = 0; minute <= 120; minute++) {
                writer.take("cpu", line(minute));
                writer.write(NOW.plus(Duration.ofMinutes(minute)));
                assertThat(disk).hasSizeLessThanOrEqualTo(1);
                if (minute % 3 == 0) {
                    runDisk();
                }
            }
            runDisk();
            var end = NOW.plus(Duration.ofHours(2));
            var spans = Objects.requireNonNull(history.read(KEY, List.of("cpu"), NOW.minus(Duration.ofHours(2)), end)
                            .get("cpu"))
                    .spans();
            assertThat(spans).hasSize(180);
            for (var i = 0; i < 178; i++) {
                assertThat(spans.get(i).average()).isEqualTo(i - 60);
            }
            assertThat(writer.problem()).isEmpty();
            assertThat(writer.lost()).isZero();
        }
    }

    @Test
    void aSeriesThatStoppedIsNotWrittenAgainAndAgain() throws Exception {
        try (var history = new MetricHistory(folder.resolve("h.sqlite"), Keep.USUAL, notice -> {})) {
            var writer = new HistoryWriter(history, KEY, disk::add);
            writer.take("cpu", line(0));
            writer.write(NOW);
            runDisk();
            for (var minute = 1; minute < 60; minute++) {
                writer.take("cpu", line(0));
                writer.write(NOW.plus(Duration.ofMinutes(minute)));
                assertThat(disk).isEmpty();
            }
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() throws Exception {
        var place = folder.resolve("not-yet");
        Files.writeString(place, "a file where a folder should be");
        try (var history = new MetricHistory(place.resolve("h.sqlite"), Keep.USUAL, notice -> {})) {
            var writer = new HistoryWriter(history, KEY, disk::add);
            writer.take("cpu", line(0));
            writer.write(NOW);
            runDisk();
            assertThat(writer.problem()).isPresent();
            Files.delete(place);
            writer.take("cpu", line(1));
            writer.write(NOW.plusSeconds(60));
            runDisk();
            assertThat(writer.problem()).isEmpty();
            var again = history.read(KEY, List.of("cpu"), NOW.minus(Duration.ofHours(2)), NOW.plusSeconds(60));
            assertThat(Objects.requireNonNull(again.get("cpu")).spans()).hasSize(61);
        }
    }

    /** A fault of the program is no reason to write nothing ever after. */
    @Test
    void aFaultOrADiskThatIsGoneDoesNotEndTheWriting() throws Exception {
        var faulty = new MetricHistory(folder.resolve("h.sqlite"), Keep.USUAL, notice -> {
            throw new IllegalStateException("a fault");
        });
        Files.writeString(folder.resolve("h.sqlite"), "no database, which is a notice: " + "x".repeat(4000));
        try (var history = faulty) {
            var writer = new HistoryWriter(history, KEY, disk::add);
            writer.take("cpu", line(0));
            writer.write(NOW);
            runDisk();
            assertThat(writer.problem().orElseThrow().said()).contains("a fault");
            assertThat(writer.problem().orElseThrow().since()).isEqualTo(NOW);
            writer.take("cpu", line(1));
            writer.write(NOW.plusSeconds(60));
            assertThat(disk).hasSize(1);
            runDisk();
            assertThat(writer.problem()).isEmpty();
        }
        var ended = new HistoryWriter(faulty, KEY, task -> {
            throw new RejectedExecutionException("ended");
        });
        ended.take("cpu", line(0));
        assertThatThrownBy(() -> ended.write(NOW)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> ended.write(NOW)).isInstanceOf(RejectedExecutionException.class);
    }
}
