package io.atalaya.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ten thousand instances: when the first are on screen, when all are there, and in how much memory. */
final class FleetBench {
    private FleetBench() {}

    static List<Result> run() throws IOException {
        var results = new ArrayList<Result>();
        try (var cloud = LocalCloud.start("fleet:10000", "CALM");
                var console = Child.start(
                        ConsoleMain.JVM,
                        cloud.environment(),
                        ConsoleMain.class,
                        "fleet",
                        cloud.endpoint(),
                        cloud.region())) {
            var cold = numbers(console.await("round"));
            var second = numbers(console.await("round"));
            var third = numbers(console.await("round"));
            var warm = numbers(console.await("round"));
            var sdk = numbers(console.await("sdk"));
            double first = Math.min(warm[0], third[0]);
            double complete = Math.min(warm[1], third[1]);
            results.add(Result.fact("first page on screen, cold process", cold[0], "s"));
            results.add(Result.atMost("first page on screen, warm (better of two)", first, "s", 1.5));
            results.add(Result.fact("all 10,000 there, cold process", cold[1], "s"));
            results.add(Result.fact("all 10,000 there, warm (better of two)", complete, "s"));
            results.add(Result.fact("the SDK alone reading the same ten pages", sdk[0], "s"));
            results.add(Result.atMost("all there : the SDK alone", complete / sdk[0], "x", 1.3));
            results.add(Result.fact("refresh of unchanged instances, all pages", warm[2], "s"));
            results.add(Result.fact("refresh : the SDK alone", warm[2] / sdk[0], "x"));
            results.add(Result.atMost("heap it ran in (-Xmx)", 512, "MB", 512));
            results.add(Result.fact("heap alive after a collection, worst round", Stream.of(cold, second, third, warm)
                    .mapToDouble(each -> each[3])
                    .max()
                    .orElse(0), "MB"));
        }
        return results;
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
