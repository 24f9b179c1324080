package io.atalaya.logs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers that are killed with SIGKILL at random moments, one after the other on one store: all that was acknowledged is there, whole
 * and in order. Each kill costs the start of a Java, so the usual run has twenty;
 * {@code mvn -Dtest=StoreKillTest -Datalaya.kills=100 test} has a hundred.
 */
class StoreKillTest {
    private static final int KILLS = Integer.getInteger("atalaya.kills", 20);

    @TempDir
    Path folder;

    /** What a writer said until it ended. */
    private record Said(long published, List<Long> withdrawn, List<String> refused) {
        static Said of(List<String> lines) {
            var published = -1L;
            var withdrawn = new ArrayList<Long>();
            var refused = new ArrayList<String>();
            for (var line : lines) {
                if (line.startsWith(KilledStore.PUBLISHED)) {
                    published = Long.parseLong(line.substring(KilledStore.PUBLISHED.length()));
                } else if (line.startsWith(KilledStore.WITHDRAWN)) {
                    withdrawn.add(Long.valueOf(line.substring(KilledStore.WITHDRAWN.length())));
                } else if (line.startsWith(KilledStore.REFUSED)) {
                    refused.add(line.substring(KilledStore.REFUSED.length()));
                }
            }
            return new Said(published, withdrawn, refused);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedAtAnyMoment(TestReporter reporter) throws Exception {
        var seed = Long.getLong("atalaya.kill.seed", System.nanoTime());
        reporter.publishEntry("seed", String.valueOf(seed));
        var random = new Random(seed);
        var store = folder.resolve("store");
        var beyond = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var writer = start(List.of(), store);
            var lines = lines(writer);
            if (kill % 5 > 0) {
                // until it has begun to write
                assertThat(lines.first.get(60, TimeUnit.SECONDS)).startsWith(KilledStore.PUBLISHED);
                if (kill % 5 == 1) {
                    assertThatThrownBy(() -> LogStore.open(store, KilledStore.LIMITS))
                            .hasMessageContaining("open in another program (process " + writer.pid() + ")");
                }
                writer.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
            } else {
                writer.waitFor(150 + random.nextInt(600), TimeUnit.MILLISECONDS); // while it starts or opens
            }
            assertThat(writer.isAlive()).as("it ends by being killed only").isTrue();
            writer.destroyForcibly();
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            var said = Said.of(lines.all.get(20, TimeUnit.SECONDS));
            if (kill % 3 == 0 && said.published >= 0) {
                beyond += check(store, said);
            }
        }
        var last = Said.of(List.of());
        reporter.publishEntry("events", String.valueOf(check(store, last)));
        reporter.publishEntry("more than acknowledged", String.valueOf(beyond));
    }

    /** A limit on the size of files refuses to write in the middle of a record, as a full disk does. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aFullDiskLosesNothing() throws Exception {
        var store = folder.resolve("full");
        var writer = start(List.of("sh", "-c", "ulimit -f 120; exec \"$@\"", "sh"), store, "full");
        var said = Said.of(lines(writer).all.get(60, TimeUnit.SECONDS));
        assertThat(said.refused).hasSizeGreaterThan(30).allMatch(line -> line.startsWith("FULL "));
        assertThat(said.refused.getLast()).isEqualTo("FULL " + said.published);
        check(store, said);
    }

    /** Whole, in order, and nothing that was acknowledged is missing; returns how many there are more. */
    private static int check(Path folder, Said said) {
        try (var store = LogStore.open(folder, KilledStore.LIMITS)) {
            assertThat(store.next()).isGreaterThanOrEqualTo(said.published);
            assertThat(store.next() - store.first()).isGreaterThanOrEqualTo(Math.min(store.next(), 4_800));
            for (var id : said.withdrawn) {
                assertThat(id < store.first() || store.withdrawn(id)).isTrue();
            }
            StoreCheck.whole(store);
            return (int) (store.next() - Math.max(0, said.published));
        }
    }

    private record Lines(CompletableFuture<String> first, CompletableFuture<List<String>> all) {}

    private Lines lines(Process writer) {
        var first = new CompletableFuture<String>();
        var all = CompletableFuture.supplyAsync(
                () -> {
                    var lines = new ArrayList<String>();
                    var reader = writer.inputReader(StandardCharsets.UTF_8);
                    try {
                        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                            first.complete(line);
                            lines.add(line);
                        }
                    } catch (IOException killed) {
                        first.completeExceptionally(killed);
                    }
                    first.completeExceptionally(new IOException("it said nothing: " + errors()));
                    return List.copyOf(lines);
                },
                Thread::startVirtualThread);
        return new Lines(first, all);
    }

    /** Without what logs: setting it up takes longer than all the rest. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start(List<String> before, Path store, String... more) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-cp",
                classPath(),
                KilledStore.class.getName(),
                store.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
