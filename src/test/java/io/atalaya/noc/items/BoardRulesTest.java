package io.atalaya.noc.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.LogValue;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ProbeResult;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.catalogue.Threshold;
import io.atalaya.noc.items.Looked.Why;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every item at every place, as plain functions. */
class BoardRulesTest {
    static final Instant NOW = Instant.parse("2026-03-03T14:00:20Z");
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Catalogue SHIPPED = CatalogueFile.shipped();
    static final MetricId MEMORY = new MetricId("CWAgent", "mem_used_percent", Map.of("InstanceId", "i-1"), "Average");

    /** A value that is older than two cadences of whoever measures or reads it is never well, whatever it is. */
    @Property(tries = 500)
    void whatIsOldIsNeverOk(
            @ForAll @IntRange(max = 3_000) int asked,
            @ForAll @IntRange(max = 60) int silent,
            @ForAll @DoubleRange(max = 100) double value) {
        var askedAt = NOW.minusSeconds(asked);
        var end = askedAt.truncatedTo(ChronoUnit.MINUTES).minus(MINUTE.multipliedBy(silent));
        var reading = memory(host(List.of(series(MEMORY, end, value)), askedAt));

        var age = Duration.between(end, NOW);
        assertThat(reading.age(NOW)).contains(age);
        if (age.compareTo(reading.cadence().multipliedBy(2)) > 0 || asked > 2 * MINUTE.toSeconds() + 6 || silent > 2) {
            assertThat(reading.level()).isEqualTo(Level.STALE);
        } else {
            assertThat(reading.level())
                    .isEqualTo(value >= 95 ? Level.CRITICAL : value >= 85 ? Level.WARNING : Level.OK);
        }
    }

    /** The same snapshot makes the same board, whatever board there was before. */
    @Property(tries = 50)
    void aBoardRemembersNothing(@ForAll @IntRange(max = 20) int before, @ForAll @IntRange(max = 20) int after) {
        var first = host(List.of(series(MEMORY, NOW.minusSeconds(60L * before), 50)), NOW);
        var second = host(List.of(series(MEMORY, NOW.minusSeconds(60L * after), 90)), NOW);

        var then = Board.of(first, SHIPPED, NOW).then(second, NOW);
        assertThat(then.items()).isEqualTo(Board.of(second, SHIPPED, NOW).items());
    }

    /** Whatever a threshold says: what is critical is at least as bad as what warns. */
    @Property
    void worseValuesAreNeverBetter(
            @ForAll boolean high,
            @ForAll @DoubleRange(max = 50) double bound,
            @ForAll @DoubleRange(max = 50) double gap,
            @ForAll @DoubleRange(max = 100) double one,
            @ForAll @DoubleRange(max = 100) double other) {
        var threshold = high ? Threshold.high(bound, bound + gap) : Threshold.low(bound + gap, bound);
        var worse = high ? Math.max(one, other) : Math.min(one, other);
        var better = high ? Math.min(one, other) : Math.max(one, other);

        assertThat(Readings.level(worse, threshold)).isGreaterThanOrEqualTo(Readings.level(better, threshold));
    }

    @Test
    void nothingReadIsUnknownAndNothingThereIsNotPart() {
        var empty = Deployment.empty("us-east-1", null);
        assertThat(Board.of(empty, SHIPPED, NOW).items())
                .filteredOn(tile -> !tile.item().id().startsWith("itsm"))
                .allMatch(tile -> tile.level() == Level.UNKNOWN);

        var none = with(
                with(with(empty, Parts.DATABASES, List.of()), Parts.INSTANCES, List.of()),
                Parts.LOAD_BALANCERS,
                List.of());
        var board = Board.of(none, SHIPPED, NOW);
        assertThat(board.item("rds-latency").orElseThrow().level()).isEqualTo(Level.NOT_PART);
        assertThat(board.item("load").orElseThrow().level()).isEqualTo(Level.NOT_PART);
    }

    @Test
    void solrIsNotPartOfAHostWithoutItAndAJvmThatNobodyTellsOfIsNoData() {
        var board = Board.of(host(List.of(series(MEMORY, NOW, 50)), NOW), SHIPPED, NOW);

        assertThat(board.item("solr").orElseThrow().level()).isEqualTo(Level.NOT_PART);
        assertThat(board.item("containers").orElseThrow().level()).isEqualTo(Level.NOT_PART);
        assertThat(board.item("jvm-eden").orElseThrow().worst()).satisfies(eden -> {
            assertThat(eden.level()).isEqualTo(Level.NO_DATA);
            assertThat(eden.looked()).extracting(Looked::why).containsOnly(Why.NOT_PUBLISHED);
            assertThat(eden.looked()).extracting(Looked::recipe).contains("jstat", "agent-jmx");
            assertThat(eden.looked().getFirst().where()).isEqualTo("*/JVM EdenSpace");
        });
        assertThat(board.counts().items()).isEqualTo(31);
    }

    /** A share of a heap is judged by that heap, and by nothing when nobody knows it. */
    @Test
    void anOldGenerationIsJudgedByItsHeap() {
        var old = jvm("OldGeneration");
        var heap = jvm("MaxHeapSize");
        var both = host(List.of(series(old, NOW, 850), series(heap, NOW, 1_000)), NOW);
        var alone = host(List.of(series(old, NOW, 850)), NOW);

        var judged = Board.of(both, SHIPPED, NOW)
                .item("jvm-old-generation")
                .orElseThrow()
                .worst();
        assertThat(judged.level()).isEqualTo(Level.WARNING);
        assertThat(judged.threshold().warning()).isEqualTo(800);
        var unjudged = Board.of(alone, SHIPPED, NOW)
                .item("jvm-old-generation")
                .orElseThrow()
                .worst();
        assertThat(unjudged.threshold()).isEqualTo(Threshold.NONE);
        assertThat(unjudged.value()).isEqualTo(850);
        assertThat(unjudged.level()).as("nobody can say that it is well").isEqualTo(Level.UNKNOWN);
    }

    /** A disk that was full when it fell silent is not well because another one is. */
    @Test
    void whatFellSilentWhileItWasBadIsNotForgotten() {
        var root = series(disk("/"), NOW, 20);
        var silent = NOW.minus(MINUTE.multipliedBy(10));

        var lost = disks(host(List.of(root, series(disk("/data"), silent, 97)), NOW));
        assertThat(lost.level()).isEqualTo(Level.STALE);
        assertThat(lost.value()).isEqualTo(97);
        assertThat(lost.detail()).isEqualTo("path=/data");
        assertThat(disks(host(List.of(root, series(disk("/data"), silent, 30)), NOW))
                        .level())
                .as("of one that was well nothing is to be feared")
                .isEqualTo(Level.OK);
        assertThat(disks(host(List.of(series(disk("/"), NOW, 91), series(disk("/data"), silent, 97)), NOW))
                        .value())
                .as("what is bad now comes first")
                .isEqualTo(91);
    }

    private static MetricId disk(String path) {
        return new MetricId("CWAgent", "disk_used_percent", Map.of("InstanceId", "i-1", "path", path), "Average");
    }

    private static Reading disks(Deployment deployment) {
        return Board.of(deployment, SHIPPED, NOW).item("disks").orElseThrow().worst();
    }

    /** A metric that is listed and silent is there; one that nobody publishes is not. */
    @Test
    void whatIsListedAndSilentIsUnknown() {
        var listed = host(List.of(series(MEMORY, NOW, 50)), NOW);
        var silent = with(listed, Parts.NOC_SERIES, List.of(new MetricSeries(MEMORY, 60, List.of(), false)));
        var unpublished = with(with(listed, Parts.METRIC_NAMES, List.of()), Parts.NOC_SERIES, List.of());

        assertThat(memory(listed).isUnknown()).isFalse();
        assertThat(memory(silent).looked()).extracting(Looked::why).contains(Why.NO_POINTS);
        assertThat(memory(silent).isUnknown()).isTrue();
        assertThat(memory(unpublished).looked()).extracting(Looked::why).containsOnly(Why.NOT_PUBLISHED);
        assertThat(memory(unpublished).isUnknown()).isFalse();
    }

    @Test
    void probesSayWhatTheyFoundAndWarnOfACertificateThatEnds() {
        var good = probe("https://a.example/", 200, null, NOW.plus(Duration.ofDays(90)));
        var ends = probe("https://b.example/", 200, null, NOW.plus(Duration.ofDays(3)));
        var bad = probe("https://c.example/", 503, "503 Service Unavailable", null);
        var deployment = with(host(List.of(), NOW), Parts.PROBES, List.of(bad, good, ends));

        var tile = Board.of(deployment, SHIPPED, NOW).item("itsm-https").orElseThrow();
        assertThat(tile.readings())
                .extracting(each -> each.place().name(), Reading::level, Reading::value)
                .containsExactly(
                        tuple("https://a.example/", Level.OK, 200.0),
                        tuple("https://b.example/", Level.WARNING, 200.0),
                        tuple("https://c.example/", Level.CRITICAL, 503.0));
        assertThat(tile.worst().place().name()).isEqualTo("https://c.example/");

        var later = Board.of(deployment, SHIPPED, NOW.plus(MINUTE.multipliedBy(3)));
        assertThat(later.item("itsm-https").orElseThrow().readings()).allMatch(each -> each.level() == Level.STALE);
    }

    @Test
    void aVersionStandsInTheLogOfItsHost() {
        var value = new LogValue("jvm-version", "/site/server", "i-1/server.log", "1.8.0_275", NOW.minus(MINUTE));
        var deployment = with(host(List.of(series(jvm("EdenSpace"), NOW, 1)), NOW), Parts.LOG_VALUES, List.of(value));

        var version = Board.of(deployment, SHIPPED, NOW)
                .item("jvm-version")
                .orElseThrow()
                .worst();
        assertThat(version.text()).isEqualTo("1.8.0_275");
        assertThat(version.level()).isEqualTo(Level.OK);
    }

    @Test
    void whatIsBeyondTheCapIsSaidAndTheRestIsPaidFor() {
        var three = new Catalogue(SHIPPED.items(), SHIPPED.recipes(), 3, List.of());
        var names = IntStream.range(0, 20)
                .mapToObj(i -> series(
                        new MetricId(
                                "CWAgent",
                                "disk_used_percent",
                                Map.of("InstanceId", "i-1", "path", "/" + i),
                                "Average"),
                        NOW,
                        10))
                .toList();
        var listed = host(names, NOW);
        var deployment = with(listed, Parts.NOC_SERIES, List.of());

        var plan = SeriesPlan.of(deployment, three, NOW);
        assertThat(plan.ids()).hasSize(3);
        assertThat(plan.leftOut()).hasSizeGreaterThan(10);
        assertThat(plan.usdPerRefresh()).isEqualByComparingTo(new BigDecimal("0.00003"));
        assertThat(plan.usdPerDay(MINUTE)).isEqualByComparingTo(new BigDecimal("0.0432"));
        assertThat(Board.of(deployment, three, NOW)
                        .item("disks")
                        .orElseThrow()
                        .worst()
                        .looked())
                .extracting(Looked::why)
                .contains(Why.LEFT_OUT);
    }

    private static Reading memory(Deployment deployment) {
        return Board.of(deployment, SHIPPED, NOW).item("memory").orElseThrow().worst();
    }

    private static MetricId jvm(String metric) {
        return new MetricId("Site/JVM", metric, Map.of("InstanceId", "i-1"), "Average");
    }

    /** One host, with these series listed and read. */
    static Deployment host(List<MetricSeries> series, Instant askedAt) {
        var names = series.stream()
                .map(each -> new MetricName(
                        each.id().namespace(), each.id().metric(), each.id().dimensions()))
                .toList();
        var instance = new Instance(
                "i-1",
                "one",
                "t3.large",
                "running",
                null,
                "us-east-1a",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
        var known = with(Deployment.empty("us-east-1", null), Parts.INSTANCES, List.of(instance));
        known = with(known, Parts.DATABASES, List.of());
        known = with(known, Parts.LOAD_BALANCERS, List.of());
        known = with(known, Parts.FILE_SYSTEMS, List.of());
        known = with(known, Parts.METRIC_NAMES, names);
        return known.with(Parts.NOC_SERIES, Observed.of(Listing.complete(series), askedAt, MINUTE));
    }

    static <T> Deployment with(Deployment known, Part<T> part, List<T> items) {
        return known.with(part, Observed.of(Listing.complete(items), NOW, MINUTE));
    }

    static MetricSeries series(MetricId id, Instant end, double value) {
        var at = end.truncatedTo(ChronoUnit.MINUTES).minus(MINUTE);
        return new MetricSeries(
                id, 60, List.of(new MetricPoint(at.minus(MINUTE), value), new MetricPoint(at, value)), false);
    }

    private static ProbeResult probe(String target, int status, @Nullable String failure, @Nullable Instant ends) {
        return new ProbeResult(target, ProbeResult.Kind.HTTPS, null, NOW, 40, 1L, 2L, 3L, 20L, status, ends, failure);
    }
}
