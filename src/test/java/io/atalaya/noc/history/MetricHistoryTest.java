package io.atalaya.noc.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final DeploymentKey HERE = DeploymentKey.of("111122223333", "aws", "us-east-1", null);
    private static final DeploymentKey THERE = DeploymentKey.of("111122223333", "aws", "sa-east-1", null);
    private static final String CPU = "cpu instance i-1";

    @TempDir
    Path folder;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    private Path file() {
        return folder.resolve("metric-history.sqlite");
    }

    private MetricHistory history() {
        return new MetricHistory(file(), Keep.USUAL, notices::add);
    }

    private static Sample sample(String series, Instant at, double value) {
        return new Sample(series, at, value);
    }

    private static Past read(MetricHistory history, DeploymentKey of, Instant from, Instant to) throws Exception {
        return history.read(of, List.of(CPU), from, to).getOrDefault(CPU, Past.NOTHING);
    }

    @Test
    void afterARestartTheLineOfYesterdayIsThereWithItsAge() throws Exception {
        var yesterday = NOW.minus(Duration.ofHours(23));
        try (var history = history()) {
            history.append(
                    HERE,
                    List.of(sample(CPU, yesterday.minusSeconds(60), 40), sample(CPU, yesterday, 41.5)),
                    yesterday);
        }
        try (var history = history()) {
            var past = read(history, HERE, NOW.minus(Duration.ofDays(1)), NOW);
            assertThat(past.spans()).hasSize(2);
            assertThat(past.spans().getLast().average()).isEqualTo(41.5);
            assertThat(past.age(NOW)).contains(Duration.ofHours(23));
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void deploymentsDoNotMix() throws Exception {
        var keys = List.of(
                HERE,
                THERE,
                DeploymentKey.of("999999999999", "aws", "us-east-1", null),
                DeploymentKey.of(
                        "111122223333", "aws", "us-east-1", java.net.URI.create("http://me:secret@10.0.0.1:4566/")),
                DeploymentKey.ofSandbox("checkop"));
        try (var history = history()) {
            for (var i = 0; i < keys.size(); i++) {
                history.append(keys.get(i), List.of(sample(CPU, NOW, i)), NOW);
            }
            for (var i = 0; i < keys.size(); i++) {
                assertThat(read(history, keys.get(i), NOW, NOW)
                                .spans()
                                .getFirst()
                                .average())
                        .isEqualTo(i);
            }
        }
        assertThat(keys.get(3).text()).isEqualTo("aws|111122223333|us-east-1|http://10.0.0.1:4566");
        assertThat(new String(Files.readAllBytes(file()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws Exception {
        try (var history = history()) {
            history.append(HERE, List.of(sample(CPU, NOW, 1)), NOW);
            try (var files = Files.list(folder)) {
                assertThat(files.toList()).hasSizeGreaterThan(1).allSatisfy(each -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo("rw-------"));
            }
        }
    }

    /** Whatever is written in whatever order, with changes: each minute has its last value, each five minutes their extremes. */
    @Property(tries = 60)
    void whatWasWrittenIsReadAndItsExtremesOutliveItsMinutes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int count) throws Exception {
        var random = new Random(seed);
        var own = Files.createTempDirectory("history");
        var start = NOW.minus(Duration.ofHours(5));
        var truth = new HashMap<String, TreeMap<Instant, Double>>();
        try (var history = new MetricHistory(own.resolve("h.sqlite"), Keep.USUAL, notices::add)) {
            var batch = new ArrayList<Sample>();
            for (var i = 0; i < count; i++) {
                var series = "s" + random.nextInt(3);
                var at = start.plusSeconds(random.nextInt(5 * 3600));
                var value =
                        random.nextInt(4) == 0 ? Math.rint(random.nextGaussian() * 10) : random.nextGaussian() * 1e6;
                batch.add(sample(series, at, value));
                truth.computeIfAbsent(series, key -> new TreeMap<>())
                        .put(at.truncatedTo(java.time.temporal.ChronoUnit.MINUTES), value);
                if (random.nextInt(20) == 0) {
                    history.append(HERE, batch, NOW);
                    batch.clear();
                    if (random.nextBoolean()) {
                        history.tidy(start.plusSeconds(random.nextInt(6 * 3600)));
                    }
                }
            }
            history.append(HERE, batch, NOW);
            assertMinutes(history, truth);
            history.tidy(NOW);
            assertMinutes(history, truth);
            var later = NOW.plus(Duration.ofDays(4));
            history.tidy(later);
            assertFives(history, truth);
            history.tidy(NOW.plus(Duration.ofDays(61)));
            assertThat(history.read(HERE, truth.keySet(), start, NOW)).isEmpty();
        }
        try (var files = Files.list(own)) {
            for (var each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(own);
        assertThat(notices).isEmpty();
    }

    private static void assertMinutes(MetricHistory history, Map<String, TreeMap<Instant, Double>> truth)
            throws Exception {
        var read = history.read(HERE, truth.keySet(), NOW.minus(Duration.ofHours(6)), NOW);
        assertThat(read.keySet()).isEqualTo(truth.keySet());
        truth.forEach((series, values) -> {
            var found = new TreeMap<Instant, Double>();
            Objects.requireNonNull(read.get(series)).spans().forEach(span -> found.put(span.at(), span.average()));
            assertThat(found).isEqualTo(values);
        });
    }

    private static void assertFives(MetricHistory history, Map<String, TreeMap<Instant, Double>> truth)
            throws Exception {
        var read = history.read(HERE, truth.keySet(), NOW.minus(Duration.ofHours(6)), NOW);
        truth.forEach((series, values) -> {
            var spans = Objects.requireNonNull(read.get(series)).spans();
            assertThat(spans).allSatisfy(span -> {
                var within = values.subMap(span.at(), span.at().plus(Duration.ofMinutes(5)))
                        .values();
                assertThat(span.length()).isEqualTo(Duration.ofMinutes(5));
                assertThat(span.values()).isEqualTo(within.size());
                assertThat(span.min()).isEqualTo(java.util.Collections.min(within));
                assertThat(span.max()).isEqualTo(java.util.Collections.max(within));
                assertThat(span.average()).isBetween(span.min() - 1e-6, span.max() + 1e-6);
            });
            assertThat(spans.stream().mapToInt(Span::values).sum()).isEqualTo(values.size());
        });
    }

    @Test
    void whatIsNoNumberAndWhatIsOfTheFutureIsLeftOut() throws Exception {
        try (var history = history()) {
            history.append(
                    HERE,
                    List.of(
                            sample(CPU, NOW, Double.NaN),
                            sample(CPU, NOW, Double.POSITIVE_INFINITY),
                            sample(CPU, NOW.plus(Duration.ofHours(2)), 1),
                            sample(CPU, NOW.minus(Duration.ofDays(4)), 1)),
                    NOW);
            assertThat(read(history, HERE, NOW.minus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(1)))
                            .spans())
                    .isEmpty();
        }
    }

    @Test
    void theFileDoesNotGrowBeyondItsSizeAndTheOldestGoesFirst() throws Exception {
        var most = 600_000L;
        try (var history =
                new MetricHistory(file(), new Keep(Duration.ofDays(3), Duration.ofDays(60), most), notices::add)) {
            var random = new Random(1);
            var start = NOW.minus(Duration.ofHours(48));
            for (var minute = 0; minute < 48 * 60; minute++) {
                var now = start.plus(Duration.ofMinutes(minute));
                var samples = new ArrayList<Sample>();
                for (var series = 0; series < 40; series++) {
                    samples.add(sample("s" + series, now, random.nextDouble()));
                }
                history.append(HERE, samples, now);
                if (minute % 30 == 0) {
                    history.tidy(now);
                }
            }
            history.tidy(NOW);
            assertThat(Files.size(file())).isLessThan(most * 2);
            var spans = Objects.requireNonNull(
                            history.read(HERE, List.of("s1"), start, NOW).get("s1"))
                    .spans();
            assertThat(spans.getLast().at()).isEqualTo(NOW.minusSeconds(60));
            assertThat(spans.getFirst().at()).isAfter(start.plus(Duration.ofHours(10)));
        }
    }

    @Test
    void aFileThatIsNoneIsSetAsideAndSaid() throws Exception {
        Files.writeString(file(), "this was never a database, whatever its name says ".repeat(100));
        try (var history = history()) {
            history.append(HERE, List.of(sample(CPU, NOW, 1)), NOW);
            assertThat(read(history, HERE, NOW, NOW).spans()).hasSize(1);
        }
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst())
                .contains("metric-history.sqlite was damaged", "damaged-20261122-120000", "begun anew");
        assertThat(Files.readString(folder.resolve("metric-history.sqlite.damaged-20261122-120000")))
                .startsWith("this was never");
    }

    @Test
    void aFileThatIsDamagedInTheMiddleIsSetAsideAndSaid() throws Exception {
        try (var history = history()) {
            var samples = new ArrayList<Sample>();
            for (var i = 0; i < 3000; i++) {
                samples.add(sample("s" + i, NOW.minus(Duration.ofHours(2)), i));
            }
            history.append(HERE, samples, NOW);
            history.tidy(NOW);
        }
        var bytes = Files.readAllBytes(file());
        new Random(3).nextBytes(bytes);
        var whole = Files.readAllBytes(file());
        System.arraycopy(bytes, 4096, whole, 4096, whole.length - 4096);
        Files.write(file(), whole);
        try (var history = history()) {
            history.append(HERE, List.of(sample(CPU, NOW, 1)), NOW);
            history.tidy(NOW.plus(Duration.ofHours(2)));
            assertThat(read(history, HERE, NOW, NOW).spans()).hasSizeLessThanOrEqualTo(1);
            history.append(HERE, List.of(sample(CPU, NOW.plusSeconds(60), 2)), NOW);
            assertThat(read(history, HERE, NOW, NOW.plusSeconds(60)).lastSeen()).contains(NOW.plusSeconds(60));
        }
        assertThat(notices).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblemAndNoCrash() throws Exception {
        var blocked = folder.resolve("file");
        Files.writeString(blocked, "x");
        try (var history = new MetricHistory(blocked.resolve("h.sqlite"), Keep.USUAL, notices::add)) {
            assertThatThrownBy(() -> history.append(HERE, List.of(sample(CPU, NOW, 1)), NOW))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining("h.sqlite");
        }
    }

    @Test
    void severalConsolesWriteOneFile() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<java.util.concurrent.Callable<Boolean>>();
            for (var console = 0; console < 4; console++) {
                var own = console;
                tasks.add(() -> {
                    try (var history = history()) {
                        for (var minute = 0; minute < 100; minute++) {
                            var at = NOW.minus(Duration.ofMinutes(200 - minute));
                            history.append(
                                    HERE, List.of(sample("of " + own, at, minute), sample("all", at, minute)), NOW);
                            if (minute % 25 == own) {
                                history.tidy(at);
                            }
                        }
                        return true;
                    }
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        try (var history = history()) {
            var names = List.of("of 0", "of 1", "of 2", "of 3", "all");
            var read = history.read(HERE, names, NOW.minus(Duration.ofHours(4)), NOW);
            assertThat(names).allSatisfy(name -> {
                var spans = java.util.Objects.requireNonNull(read.get(name)).spans();
                assertThat(spans).hasSize(100);
                for (var i = 0; i < 100; i++) {
                    assertThat(spans.get(i).average()).isEqualTo(i);
                }
            });
        }
        assertThat(notices).isEmpty();
    }
}
