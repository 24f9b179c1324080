package io.atalaya.aws.readers;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.world.metrics.MetricKey;
import io.atalaya.sandbox.world.metrics.Metrics;
import io.atalaya.sandbox.world.metrics.Series;
import io.atalaya.watch.FanOut;
import io.atalaya.watch.Source;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Five hundred instances with twelve metrics each: what a refresh of the NOC takes, holds and costs, and a board of it. */
public final class NocBench {
    private static final int INSTANCES = 500;
    private static final int ROUNDS = 20;
    private static final Instant NOW = Instant.parse("2026-03-03T14:00:20Z");
    private static final Set<String> AGENT = Set.of(
            "mem_used_percent",
            "swap_used_percent",
            "disk_used_percent",
            "diskio_io_time",
            "processes_total",
            "collectd_load_shortterm",
            "collectd_contextswitch_value",
            "collectd_processes_value");
    private static final Set<String> JVM = Set.of("EdenSpace", "OldGeneration", "MaxHeapSize", "ClassBytes");

    private NocBench() {}

    /** @return by what was measured: the value and the most it may be */
    public static Map<String, double[]> run() throws Exception {
        var catalogue = CatalogueFile.of("noc.toml", "most-metrics = 20000", Set.of());
        var measured = new LinkedHashMap<String, double[]>();
        var options = SandboxOptions.calm(InstantSource.fixed(NOW)).withDeployment("fleet:" + INSTANCES);
        try (var sandbox = Sandbox.start(options)) {
            var clients = SandboxDeployment.clients(sandbox);
            var known = Deployment.empty(sandbox.region(), null);
            known = SandboxDeployment.read(new InstancesReader(clients, PageSize.LARGEST).source(), known, NOW);
            for (var part : List.of(Parts.LOAD_BALANCERS, Parts.DATABASES, Parts.FILE_SYSTEMS)) {
                known = none(known, part);
            }
            sandbox.world().metrics().family(hosts(known));
            measure(clients, catalogue, known, sandbox, measured);
        }
        return measured;
    }

    private static void measure(
            Clients clients, Catalogue catalogue, Deployment start, Sandbox sandbox, Map<String, double[]> measured)
            throws Exception {
        var sources = NocSources.of(
                clients, new FanOut(Thread.ofVirtual().factory(), 4), InstantSource.fixed(NOW), catalogue);
        var names = sources.get(0);
        var series = sources.get(1);
        var began = System.nanoTime();
        var known = read(names, start);
        measured.put("names listed and kept", new double[] {known.items(Parts.METRIC_NAMES).size(), Double.NaN});
        measured.put("reading the names, s", new double[] {seconds(began), Double.NaN});
        var calls = sandbox.requests().total();
        began = System.nanoTime();
        known = read(series, known);
        measured.put("refresh of all series, cold, s", new double[] {seconds(began), Double.NaN});
        measured.put("calls of a refresh", new double[] {sandbox.requests().total() - calls, Double.NaN});
        measured.put("series", new double[] {known.items(Parts.NOC_SERIES).size(), Double.NaN});
        began = System.nanoTime();
        known = read(series, known);
        measured.put("refresh of all series, warm, s", new double[] {seconds(began), Double.NaN});
        var busy = busy();
        var board = Board.of(known, catalogue, NOW);
        measured.put("first board, ms of CPU", new double[] {busy() - busy, Double.NaN});
        var best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            busy = busy();
            board = board.then(known, NOW.plusMillis(i));
            best = Math.min(best, busy() - busy);
        }
        measured.put("later board, best of " + ROUNDS + ", ms of CPU", new double[] {best, Double.NaN});
        busy = busy();
        board.plan();
        var planned = busy() - busy;
        measured.put("readings on the board", new double[] {board.items().stream()
                .mapToInt(tile -> tile.readings().size())
                .sum(), Double.NaN});
        measured.put("plan of a refresh, ms of CPU", new double[] {planned, Double.NaN});
        measured.put("a refresh costs, USD", new double[] {board.plan().usdPerRefresh().doubleValue(), Double.NaN});
        measured.put("a day costs, USD", new double[] {board.plan().usdPerDay(Duration.ofMinutes(1)).doubleValue(), Double.NaN});
        board = null;
        var with = alive();
        var size = known.items(Parts.NOC_SERIES).size();
        known = none(known, Parts.NOC_SERIES);
        measured.put("bytes alive of " + size + " series, MB", new double[] {(with - alive()) / 1e6, 40});
    }

    private static <T> Deployment none(Deployment known, Part<T> part) {
        return known.with(part, Observed.of(Listing.complete(List.of()), NOW, Duration.ofMinutes(1)));
    }

    private static <T> Deployment read(Source<T> source, Deployment known) throws Exception {
        return SandboxDeployment.read(source, known, NOW);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Milliseconds that this thread has had of a processor, however many others want one. */
    private static double busy() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static double alive() {
        System.gc();
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Metrics.Family hosts(Deployment known) {
        var byKey = new HashMap<MetricKey, Series>();
        for (var instance : known.items(Parts.INSTANCES).subList(0, INSTANCES)) {
            keys(instance.id())
                    .forEach(key -> byKey.put(
                            key, new Series(key, "None", Series.Kind.GAUGE, 60, t -> 20 + Math.floorMod(t, 7_000) / 700.0)));
        }
        var all = new ArrayList<>(byKey.keySet());
        return new Metrics.Family() {
            @Override
            public Optional<Series> find(MetricKey key) {
                return Optional.ofNullable(byKey.get(key));
            }

            @Override
            public Stream<MetricKey> keys() {
                return all.stream();
            }
        };
    }

    private static Stream<MetricKey> keys(String instance) {
        var dimensions = Map.of("InstanceId", instance);
        return Stream.concat(
                AGENT.stream().map(metric -> new MetricKey("CWAgent", metric, dimensions)),
                JVM.stream().map(metric -> new MetricKey("Site/JVM", metric, dimensions)));
    }
}
