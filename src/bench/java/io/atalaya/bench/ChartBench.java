package io.atalaya.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A chart of a day of twenty metrics by the minute must be drawn within one pulse. */
final class ChartBench {
    private ChartBench() {}

    static List<Result> run() throws IOException, InterruptedException {
        try (var child = Child.start(List.of("-Xmx300m", "-XX:+UseSerialGC"), Map.of(), ChartMain.class)) {
            var found = Stream.of(child.await("chart").split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return List.of(
                    Result.fact("chart: points", found[0], ""),
                    Result.fact("chart: FX thread per drawing, median", found[1], "ms"),
                    Result.atMost("chart: FX thread per drawing, p99", found[2], "ms", 16),
                    Result.fact("chart: with the picture itself, software rendering", found[3], "ms"));
        }
    }
}
