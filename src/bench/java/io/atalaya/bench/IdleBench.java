package io.atalaya.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the console costs the computer while nobody touches it: a minute with the overview on screen. */
final class IdleBench {
    private IdleBench() {}

    static List<Result> run() throws IOException {
        var results = new ArrayList<Result>();
        results.addAll(one("checkop", 300));
        results.addAll(one("fleet:10000", 1_000));
        return results;
    }

    private static List<Result> one(String deployment, double mostMegabytes) throws IOException {
        try (var cloud = LocalCloud.start(deployment, "CALM");
                var console = Child.start(
                        ConsoleMain.JVM,
                        cloud.environment(),
                        ConsoleMain.class,
                        "idle",
                        cloud.endpoint(),
                        cloud.region(),
                        "60")) {
            var idle = Stream.of(console.await("idle").split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return List.of(
                    Result.atMost(deployment + ": CPU of one core", idle[0], "%", 2),
                    Result.atMost(deployment + ": resident memory", idle[1], "MB", mostMegabytes),
                    Result.fact(deployment + ": heap alive", idle[2], "MB"));
        }
    }
}
