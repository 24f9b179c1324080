package io.atalaya.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.atalaya.aws.readers.CallsBench;
import io.atalaya.aws.readers.NocBench;
import io.atalaya.aws.readers.SoakBench;
import io.atalaya.deployment.reach.ReachBench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs benchmarks by name, all of them without one: ratios on the screen and in {@code target/bench/NAME.json}. */
public final class Bench {
    /** One benchmark. */
    @FunctionalInterface
    interface Run {
        List<Result> run() throws Exception;
    }

    private Bench() {}

    private static Map<String, Run> all() {
        var all = new LinkedHashMap<String, Run>();
        all.put("start", StartBench::run);
        all.put("fleet", FleetBench::run);
        all.put("layout", LayoutBench::run);
        all.put("displacement", LayoutBench::displacement);
        all.put("pulse", PulseBench::run);
        all.put("chart", ChartBench::run);
        all.put("calls", () -> facts(CallsBench.run()));
        all.put("flow", () -> FlowBench.run(60));
        all.put("flow10", () -> FlowBench.run(600));
        all.put("tail", FlowBench::besideTheCli);
        all.put("history", HistoryBench::run);
        all.put("idle", IdleBench::run);
        all.put("log-search", LogSearchBench::run);
        all.put("log-store", StoreBench::run);
        all.put("noc", () -> facts(NocBench.run()));
        all.put("reach", () -> facts(ReachBench.run()));
        all.put("soak", () -> facts(SoakBench.run()));
        all.put("wall", WallBench::run);
        return all;
    }

    /** @param args names of benchmarks */
    public static void main(String[] args) throws Exception {
        var all = all();
        var wanted = args.length == 0 ? List.copyOf(all.keySet()) : List.of(args);
        for (var name : wanted) {
            if (!all.containsKey(name)) {
                System.out.println("atalaya: there is no benchmark " + name + ". There are: " + String.join(", ", all.keySet()));
                System.exit(64);
            }
        }
        for (var name : wanted) {
            var benchmark = Objects.requireNonNull(all.get(name));
            System.out.println(name + " (load of the machine "
                    + Result.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()) + ")");
            var results = benchmark.run();
            results.forEach(each -> System.out.println(each.line()));
            write(name, results);
        }
        System.exit(0);
    }

    private static void write(String name, List<Result> results) throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var document = new LinkedHashMap<String, Object>();
        document.put("benchmark", name);
        document.put("at", Instant.now().toString());
        document.put("java", Runtime.version().toString());
        document.put("processors", system.getAvailableProcessors());
        document.put("load", system.getSystemLoadAverage());
        document.put("results", results);
        var file = Files.createDirectories(Path.of("target", "bench")).resolve(name + ".json");
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), document);
    }

    /** Name, value, unit, and the most it may be; NaN for no goal. */
    private static List<Result> facts(Map<String, double[]> measured) {
        return measured.entrySet().stream()
                .map(each -> Double.isNaN(each.getValue()[1])
                        ? Result.fact(each.getKey(), each.getValue()[0], "")
                        : Result.atMost(each.getKey(), each.getValue()[0], "", each.getValue()[1]))
                .toList();
    }
}
