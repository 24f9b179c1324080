package io.atalaya.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ten thousand log events a second end to end over loopback, and a quiet log beside {@code aws logs tail --follow}. */
final class FlowBench {
    private static final int GROUPS = 5;
    private static final int STREAMS = 20;
    private static final double PER_SECOND = 10_000;
    private static final double QUIET = 50;
    private static final int QUIET_SECONDS = 60;

    private FlowBench() {}

    static List<Result> run(int seconds) throws IOException {
        var results = new ArrayList<Result>();
        try (var cloud = LocalCloud.feeding(GROUPS, STREAMS, PER_SECOND)) {
            var groups = cloud.await("groups").split(" ");
            try (var console = console(cloud, seconds, List.of(groups))) {
                var frames = numbers(console.await("frames"));
                var lags = numbers(console.await("lags"));
                var settled = numbers(console.await("settled"));
                var span = console.await("span");
                var shown = console.await("shown");
                var ledger = numbers(console.await("ledger"));
                var heap = numbers(console.await("heap"));
                cloud.say("truth " + span);
                var truth = cloud.await("truth");
                results.add(Result.atLeast("events a second on screen", lags[0] / seconds, "", PER_SECOND * 0.98));
                results.add(Result.fact("from CloudWatch to screen, median", lags[1], "ms"));
                results.add(Result.atMost("from CloudWatch to screen, p99", lags[2], "ms", 1_000));
                results.add(Result.fact("from CloudWatch to screen, worst", lags[3], "ms"));
                results.add(Result.fact("frames", frames[0], ""));
                results.add(Result.fact("FX thread per frame, median", frames[1], "ms"));
                results.add(Result.atMost("FX thread per frame, p99", frames[2], "ms", 16));
                results.add(Result.fact("FX thread per frame, worst", frames[3], "ms"));
                results.add(Result.fact("swept so long after the end", settled[0], "s"));
                results.add(Result.fact("events in truth", Double.parseDouble(truth.split(" ")[0]), ""));
                results.add(Result.atMost(
                        "events lost or doubled",
                        Math.abs(Double.parseDouble(truth.split(" ")[0]) - Double.parseDouble(shown.split(" ")[0])),
                        "",
                        0));
                results.add(Result.atLeast("multiset on screen is the truth (1: yes)", shown.equals(truth) ? 1 : 0, "", 1));
                results.add(Result.fact("recovered by the sweep", ledger[1], ""));
                results.add(Result.fact("in doubt", ledger[2], ""));
                results.add(Result.fact("gaps", ledger[3], ""));
                results.add(Result.fact("heap alive at the end", heap[0], "MB"));
                results.add(Result.atMost("heap, most ever", heap[1], "MB", 700));
            }
        }
        return results;
    }

    /** The same quiet group, read by the console and by the CLI at once; skipped loudly where there is no second version of it. */
    static List<Result> besideTheCli() throws IOException, InterruptedException {
        var aws = Stream.of("/usr/bin/aws", "/usr/local/bin/aws")
                .filter(each -> Files.isExecutable(Path.of(each)))
                .filter(FlowBench::tails)
                .findFirst();
        if (aws.isEmpty()) {
            System.out.println("  SKIPPED: no AWS CLI here that knows logs tail (version 2)");
            return List.of();
        }
        try (var cloud = LocalCloud.feeding(1, 5, QUIET)) {
            var group = cloud.await("groups");
            try (var console = console(cloud, QUIET_SECONDS, List.of(group))) {
                var theirs = cli(aws.get(), cloud, group);
                var ours = numbers(console.await("ages"));
                return List.of(
                        Result.fact("console, median from the event's time to the screen", ours[1], "ms"),
                        Result.fact("console, p99", ours[2], "ms"),
                        Result.fact("aws logs tail --follow, median from the event's time", quantile(theirs, 0.5), "ms"),
                        Result.fact("aws logs tail --follow, p99", quantile(theirs, 0.99), "ms"),
                        Result.fact("lines of the CLI", theirs.length, ""),
                        Result.atMost("median of the console to that of the CLI", ours[1] / quantile(theirs, 0.5), "x", 1));
            }
        }
    }

    private static Child console(LocalCloud cloud, int seconds, List<String> groups) throws IOException {
        var args = new ArrayList<>(List.of("flow", cloud.endpoint(), cloud.region(), String.valueOf(seconds)));
        args.addAll(groups);
        return Child.start(
                List.of("-Xmx700m", "-XX:+UseSerialGC"),
                cloud.environment(),
                ConsoleMain.class,
                args.toArray(String[]::new));
    }

    private static boolean tails(String aws) {
        try {
            var process = new ProcessBuilder(aws, "--version").redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS) && said.startsWith("aws-cli/2");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Milliseconds from an event's timestamp to the line of the CLI that shows it, in order of size. */
    private static double[] cli(String aws, LocalCloud cloud, String group) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                aws,
                "--endpoint-url",
                cloud.endpoint(),
                "--region",
                cloud.region(),
                "logs",
                "tail",
                group.substring(group.indexOf(":log-group:") + ":log-group:".length()),
                "--follow",
                "--format",
                "detailed",
                "--since",
                "1s");
        builder.environment().putAll(cloud.environment());
        builder.environment().put("PYTHONUNBUFFERED", "1");
        var process = builder.redirectErrorStream(true).start();
        var lags = new double[1_000_000];
        var count = 0;
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_SECONDS + 20);
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (System.nanoTime() < end) {
                var line = lines.readLine();
                if (line == null) {
                    break;
                }
                var space = line.indexOf(' ');
                if (space > 20 && line.charAt(4) == '-') {
                    lags[count++] = System.currentTimeMillis()
                            - Instant.parse(line.substring(0, space).replace("+00:00", "Z"))
                                    .toEpochMilli();
                }
            }
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        var sorted = Arrays.copyOf(lags, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
