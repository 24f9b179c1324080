package io.atalaya.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Work of the JavaFX thread for each frame while a person pans and zooms the topology of ten thousand instances. */
final class PulseBench {
    private PulseBench() {}

    static List<Result> run() throws IOException {
        var results = new ArrayList<Result>();
        try (var cloud = LocalCloud.start("fleet:10000", "CALM");
                var console = Child.start(
                        List.of("-Xmx700m", "-XX:+UseSerialGC"),
                        cloud.environment(),
                        ConsoleMain.class,
                        "pulse",
                        cloud.endpoint(),
                        cloud.region())) {
            for (var what : List.of("healthy collapsed", "every card")) {
                var frames = Stream.of(console.await("frames").split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                results.add(Result.fact(what + ": frames", frames[0], ""));
                results.add(Result.fact(what + ": FX thread per frame, median", frames[1], "ms"));
                results.add(Result.atMost(what + ": FX thread per frame, p99", frames[2], "ms", 16));
                results.add(Result.fact(what + ": worst", frames[3], "ms"));
                results.add(Result.fact(what + ": time between frames, median, software rendering", frames[4], "ms"));
            }
        }
        return results;
    }
}
