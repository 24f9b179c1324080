package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.watch.Machine;
import io.atalaya.watch.RefreshLoop;
import io.atalaya.watch.Source;
import io.atalaya.watch.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All sources of a service in the same trouble at once, as when a region is ill, and all of the connection. */
final class FaultHerd {
    private static final Duration LONG = Duration.ofMinutes(10);

    private FaultHerd() {}

    /**
     * What is printed.
     *
     * @param healthy requests a minute before
     * @param failing requests a minute meanwhile, after the first two minutes
     * @param recovery until the last source was as before, in its own cadences
     */
    record Told(String herd, Trouble trouble, int sources, double healthy, double failing, double recovery) {}

    static List<Told> all() {
        var told = new ArrayList<Told>();
        try (var bench = new FaultBench()) {
            var sources = FaultCell.sources(bench);
            var services =
                    new TreeSet<>(sources.stream().map(FaultHerd::service).toList());
            for (var service : services) {
                var herd =
                        sources.stream().filter(s -> service(s).equals(service)).toList();
                if (herd.size() > 1) {
                    told.add(new Run(bench, sources, herd).run(service, Trouble.ERROR_500));
                }
            }
            told.add(new Run(bench, sources, sources).run("everything", Trouble.EXPIRED));
            told.add(new Run(bench, sources, sources).run("everything", Trouble.DROPPED));
        }
        return told;
    }

    private static String service(Source<?> source) {
        var call = source.calls().stream().sorted().findFirst().orElseThrow();
        return call.substring(0, call.indexOf(':'));
    }

    private static final class Run {
        private final FaultBench bench;
        private final List<Source<?>> herd;
        private final Set<String> calls = new LinkedHashSet<>();
        private final VirtualTime time = new VirtualTime();
        private final RefreshLoop loop;
        private volatile Deployment newest = Deployment.empty("us-east-1", null);

        Run(FaultBench bench, List<Source<?>> all, List<Source<?>> herd) {
            this.bench = bench;
            this.herd = herd;
            herd.forEach(source -> calls.addAll(source.calls()));
            loop = new RefreshLoop(
                    newest,
                    all.stream().<Source<?>>map(FaultHerd::onDemand).toList(),
                    new AwsProblems(InstantSource.system(), false),
                    new Machine(time, time, time, new Random(7)),
                    snapshot -> newest = snapshot);
        }

        Told run(String name, Trouble trouble) {
            loop.start();
            loop.watch(parts());
            try (var uses = loop.watch(uses())) {
                time.advance(Duration.ofMinutes(1));
            }
            assertThat(troubled()).isEmpty();
            var healthy = requests(LONG);

            bench.begin(trouble, calls);
            time.advance(Duration.ofMinutes(6));
            var failing = requests(LONG);
            assertThat(failing).as(name).isLessThan(healthy);

            bench.end();
            var recovery = recovery(name);
            loop.close();
            return new Told(name, trouble, herd.size(), healthy, failing, recovery);
        }

        private double requests(Duration span) {
            var before = bench.received(calls);
            time.advance(span);
            return (bench.received(calls) - before) / (double) span.toMinutes();
        }

        private double recovery(String name) {
            var end = time.instant();
            var left = new HashMap<Part<?>, Instant>();
            var worst = 0.0;
            for (var second = 0; second <= 300 && !troubled().isEmpty(); second++) {
                var before = troubled();
                time.advance(Duration.ofSeconds(1));
                before.removeAll(troubled());
                for (var back : before) {
                    left.put(back, time.instant());
                }
            }
            assertThat(troubled()).as(name).isEmpty();
            for (var source : herd) {
                var took = Duration.between(end, left.getOrDefault(source.part(), end));
                // to a second, by which it is looked at here
                assertThat(took)
                        .as(source.part().id())
                        .isLessThanOrEqualTo(source.cadence().plusSeconds(1));
                worst = Math.max(
                        worst, took.toMillis() / (double) source.cadence().toMillis());
            }
            return worst;
        }

        private Set<Part<?>> troubled() {
            return parts().stream()
                    .filter(part -> newest.observed(part).problem() != null)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private Set<Part<?>> uses() {
            return herd.stream().flatMap(source -> source.uses().stream()).collect(Collectors.toSet());
        }

        private Set<Part<?>> parts() {
            return herd.stream().map(Source::part).collect(Collectors.toSet());
        }
    }

    private static <S> Source<S> onDemand(Source<S> other) {
        return new Source<>(
                other.part(), other.calls(), other.cadence(), other.needs(), other.uses(), false, other.reader());
    }
}
