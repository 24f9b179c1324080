package io.atalaya.bench;

import com.sun.management.OperatingSystemMXBean;
import io.atalaya.app.BenchConsole;
import io.atalaya.app.FlowMain;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Parts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The console in a process of its own; says what it measured, line by line. */
public final class ConsoleMain {
    /** As {@code ./run} starts it, with half the heap. */
    static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000");

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private ConsoleMain() {}

    /** @param args what to measure, endpoint, region */
    public static void main(String[] args) throws Exception {
        BenchConsole.startToolkit();
        try (var console = new BenchConsole(System.getenv())) {
            switch (args[0]) {
                case "start" -> start(console, args[1], args[2]);
                case "train" -> train(console, args[1], args[2]);
                case "fleet" -> fleet(console, args[1], args[2]);
                case "idle" -> idle(console, args[1], args[2], Integer.parseInt(args[3]));
                case "flow" ->
                    FlowMain.run(
                            console,
                            args[1],
                            args[2],
                            Integer.parseInt(args[3]),
                            List.of(args).subList(4, args.length));
                case "pulse" -> PulseMain.run(console, args[1], args[2]);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
        System.exit(0);
    }

    private static void start(BenchConsole console, String endpoint, String region) throws InterruptedException {
        try (var window = console.open(endpoint, region, "overview")) {
            fill(window);
            var times = new double[3];
            var withDns = new double[3];
            for (int i = 0; i < times.length; i++) {
                Thread.sleep(Duration.ofSeconds(12)); // the budget is full again, as it is when a person presses F5
                times[i] = window.refreshAllButDns(PATIENCE);
                Thread.sleep(Duration.ofSeconds(12));
                withDns[i] = window.refreshAll(PATIENCE);
            }
            Arrays.sort(times);
            Arrays.sort(withDns);
            System.out.println("refresh " + times[1] + " " + withDns[1]);
        }
    }

    /** Asks for everything, and says when most of it and when all of it is on screen. */
    private static void fill(BenchConsole.Window window) throws InterruptedException {
        window.startAndAwaitOnScreen(BenchConsole::isSettledButDns, PATIENCE);
        System.out.println("most now");
        window.await(ConsoleMain::isSettled, PATIENCE);
        System.out.println("complete now");
    }

    /** A start and nothing else. */
    private static void train(BenchConsole console, String endpoint, String region) throws InterruptedException {
        try (var window = console.open(endpoint, region, "overview")) {
            fill(window);
        }
    }

    private static void fleet(BenchConsole console, String endpoint, String region) throws InterruptedException {
        for (var round = 0; round < 4; round++) {
            try (var window = console.open(endpoint, region, "compute")) {
                double first = window.startAndAwaitOnScreen(BenchConsole::hasInstances, PATIENCE);
                double complete = window.awaitSinceStart(it -> BenchConsole.isComplete(it, Parts.INSTANCES), PATIENCE);
                double refreshed = window.refresh(Parts.INSTANCES, PATIENCE);
                System.gc();
                System.out.println("round " + first + " " + complete + " " + refreshed + " " + liveMegabytes());
            }
        }
        System.out.println("sdk " + SdkAlone.seconds(endpoint, region) + " " + peakMegabytes());
    }

    private static void idle(BenchConsole console, String endpoint, String region, int seconds) throws Exception {
        try (var window = console.open(endpoint, region, "overview")) {
            window.startAndAwaitOnScreen(BenchConsole::hasInstances, PATIENCE);
            window.await(ConsoleMain::isSettled, PATIENCE);
            Thread.sleep(Duration.ofMinutes(4)); // what is compiled and read once is over, and nobody has touched anything
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long begun = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(seconds));
            double share = (system.getProcessCpuTime() - cpu) * 100.0 / (System.nanoTime() - begun);
            System.out.println("idle " + share + " " + residentMegabytes() + " " + liveMegabytes());
        }
    }

    /** Every part of the overview has an answer or a problem. */
    private static boolean isSettled(Deployment deployment) {
        return BenchConsole.isSettled(deployment);
    }

    static double liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6;
    }

    private static double residentMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }
}
