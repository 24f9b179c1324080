package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Problem;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Machine;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.Source;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source and one trouble: it reads well, then the trouble strikes all its calls for four cadences and ends just after a
 * probe, which is the worst moment. What came of it is asserted and told.
 */
final class FaultCell<T> {
    /** A source that is asked this often is not asked again by chance while it is watched here. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final int CADENCES = 4;
    /** How exactly a recovery is timed: this part of a cadence. */
    private static final int STEPS = 40;

    private final FaultBench bench;
    private final Source<T> source;
    private final Trouble trouble;
    private final VirtualTime time = new VirtualTime();
    private final List<Read> reads = new ArrayList<>();
    private final RefreshLoop loop;
    private volatile Deployment newest = Deployment.empty("us-east-1", null);

    /** A read of the source under test: when it began and how many requests the sandbox saw. */
    private record Read(Instant at, long requests) {}

    /**
     * What is printed.
     *
     * @param kept what was shown meanwhile
     * @param age of it at the end
     * @param named the problem's kind
     * @param recovery from the end of the trouble
     * @param healthy requests in a cadence before
     * @param failing requests in a cadence meanwhile, after the first
     */
    record Told(
            String source,
            Duration cadence,
            Trouble trouble,
            String kept,
            String age,
            String named,
            String recovery,
            double healthy,
            double failing) {}

    FaultCell(FaultBench bench, Source<T> source, List<Source<?>> all, Trouble trouble) {
        this.bench = bench;
        this.source = source;
        this.trouble = trouble;
        var wanted = new ArrayList<Source<?>>();
        all.stream()
                .filter(each -> each != source && needed(source, all).contains(each.part()))
                .forEach(each -> wanted.add(onDemand(each)));
        wanted.add(counted());
        loop = new RefreshLoop(
                newest,
                wanted,
                new AwsProblems(InstantSource.system(), false),
                new Machine(time, time, time, new Random(7)),
                snapshot -> newest = snapshot);
    }

    /** Sources over these clients whose own clock stands still, so that what they read does not change. */
    static List<Source<?>> sources(FaultBench bench) {
        var fanOut = new FanOut(Thread.ofVirtual().factory(), 4);
        return Sources.of(bench.clients, fanOut, () -> bench.noon, PageSize.LARGEST);
    }

    Told run() {
        loop.start();
        var withUses = new HashSet<Part<?>>(source.uses());
        withUses.add(source.part());
        loop.watch(Set.of(source.part()));
        try (var uses = loop.watch(withUses)) {
            time.advance(Duration.ofSeconds(2));
        }
        assertThat(problem()).as(source.part().id()).isNull();
        time.advance(source.cadence().multipliedBy(CADENCES - 1));
        var before = observed();
        var healthy = perCadence(reads);
        if (healthy == 0) {
            loop.close();
            return new Told(source.part().id(), source.cadence(), trouble, "all", "current", "-", "-", 0, 0);
        }
        reads.clear();

        bench.begin(trouble, source.calls());
        time.advance(source.cadence().multipliedBy(CADENCES));
        var asked = reads.size();
        for (var i = 0; i <= STEPS && reads.size() == asked && trouble != Trouble.DENIED; i++) {
            step();
        }
        var during = observed();
        var problem = Objects.requireNonNull(during.problem(), this::toString);
        assertThat(during.value()).as(toString()).isSameAs(before.value());
        assertThat(Objects.requireNonNull(during.value()).complete()).isTrue();
        assertThat(during.askedAt()).as(toString()).isEqualTo(before.askedAt());
        assertThat(during.freshness(time.instant())).isEqualTo(Freshness.LAST_KNOWN);
        assertThat(problem.kind()).as(toString()).isEqualTo(trouble.kind());
        assertThat(source.calls()).contains(problem.call());
        if (trouble == Trouble.DENIED) {
            assertThat(source.calls()).contains(problem.missingAction());
        }
        var failing = perCadence(reads.subList(1, reads.size()));
        assertThat(failing).as("requests of " + this).isLessThan(healthy);

        bench.end();
        var recovery = recovery();
        var after = observed();
        assertThat(Objects.requireNonNull(after.value()).complete()).isTrue();
        assertThat(after.value().items())
                .as(toString())
                .containsExactlyInAnyOrderElementsOf(
                        Objects.requireNonNull(before.value()).items());
        assertThat(after.freshness(time.instant())).isEqualTo(Freshness.CURRENT);
        loop.close();
        return new Told(
                source.part().id(),
                source.cadence(),
                trouble,
                "all " + during.value().items().size(),
                words(during.age(time.instant()).orElseThrow()),
                problem.kind().name(),
                recovery,
                healthy,
                failing);
    }

    /** The trouble is there before the first answer: nothing is claimed, and a cadence after its end all is there. */
    Told runCold() {
        loop.start();
        try (var uses = loop.watch(source.uses())) {
            time.advance(Duration.ofSeconds(2));
            bench.begin(trouble, source.calls());
            loop.watch(Set.of(source.part()));
            time.advance(source.cadence().multipliedBy(CADENCES));
        }
        var during = observed();
        var problem = Objects.requireNonNull(during.problem(), this::toString);
        assertThat(during.value()).as(toString()).isNull();
        assertThat(problem.kind()).as(toString()).isEqualTo(trouble.kind());
        var failing = perCadence(reads.subList(1, reads.size()));
        assertThat(failing).as("requests of " + this).isLessThanOrEqualTo(1);

        bench.end();
        var recovery = recovery();
        assertThat(newest.items(source.part())).as(toString()).isNotEmpty();
        loop.close();
        return new Told(
                source.part().id() + " (first)",
                source.cadence(),
                trouble,
                "nothing",
                "-",
                problem.kind().name(),
                recovery,
                0,
                failing);
    }

    private String recovery() {
        var end = time.instant();
        if (trouble == Trouble.DENIED) {
            time.advance(source.cadence());
            if (problem() == null) {
                // what is refused is asked again after half an hour: a slow source may just have its turn
                assertThat(source.cadence())
                        .as("asked again by itself: " + this)
                        .isGreaterThan(SOON);
                return "by itself";
            }
            loop.askNow(Set.of(source.part()));
            time.settle();
            assertThat(problem()).as(toString()).isNull();
            return "on asking";
        }
        for (var i = 0; i < STEPS && problem() != null; i++) {
            step();
        }
        assertThat(problem()).as("after one cadence: " + this).isNull();
        return words(Duration.between(end, time.instant()));
    }

    private void step() {
        time.advance(source.cadence().dividedBy(STEPS));
    }

    /** Requests in a cadence, by the times between the reads. */
    private double perCadence(List<Read> some) {
        if (some.size() < 2) {
            return 0;
        }
        var span = Duration.between(some.getFirst().at(), some.getLast().at());
        var requests = some.stream().skip(1).mapToLong(Read::requests).sum();
        return requests * (double) source.cadence().toNanos() / span.toNanos();
    }

    private Source<T> counted() {
        return new Source<>(
                source.part(),
                source.calls(),
                source.cadence(),
                source.needs(),
                source.uses(),
                false,
                (known, page) -> {
                    var began = time.instant();
                    var before = bench.received(source.calls());
                    try {
                        source.reader().read(known, page);
                    } finally {
                        reads.add(new Read(began, bench.received(source.calls()) - before));
                    }
                });
    }

    private static <S> Source<S> onDemand(Source<S> other) {
        return new Source<>(
                other.part(), other.calls(), other.cadence(), other.needs(), other.uses(), false, other.reader());
    }

    private static Set<Part<?>> needed(Source<?> source, List<Source<?>> all) {
        var parts = new HashSet<Part<?>>();
        parts.addAll(source.needs());
        parts.addAll(source.uses());
        all.stream()
                .filter(each -> parts.contains(each.part()))
                .toList()
                .forEach(each -> parts.addAll(needed(each, all)));
        return parts;
    }

    private Observed<Listing<T>> observed() {
        return newest.observed(source.part());
    }

    private @Nullable Problem problem() {
        return observed().problem();
    }

    private static String words(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    @Override
    public String toString() {
        return source.part().id() + " x " + trouble;
    }
}
