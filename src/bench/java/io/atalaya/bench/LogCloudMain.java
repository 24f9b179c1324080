package io.atalaya.bench;

import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.tail.TailBehaviour;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.feed.FeedPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A sandbox whose logs are a numbered feed, in a process of its own. Its Live Tail carries everything, four times a second: what is
 * measured is the console, not how little AWS sends. Asked {@code truth FROM TO}, it says how many events there are and their
 * {@link Digest}.
 */
public final class LogCloudMain {
    private LogCloudMain() {}

    /** @param args groups, streams of each, events a second */
    public static void main(String[] args) throws IOException {
        var options = SandboxOptions.defaults().withStory(Story.CALM);
        try (var sandbox = Sandbox.start(options);
                var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            sandbox.tailFaults().set(TailBehaviour.UNLIMITED.every(Duration.ofMillis(250)));
            var feed = sandbox.feed(FeedPlan.steady(
                    Integer.parseInt(args[0]), Integer.parseInt(args[1]), Double.parseDouble(args[2])));
            System.out.println(String.join(
                    " ",
                    "sandbox",
                    sandbox.endpoint().toString(),
                    sandbox.region(),
                    sandbox.accessKeyId(),
                    sandbox.secretAccessKey(),
                    String.valueOf(sandbox.sessionToken())));
            System.out.println("groups " + String.join(" ", feed.arns()));
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                var words = line.split(" ");
                var digest = new Digest();
                for (var from = Long.parseLong(words[1]); from < Long.parseLong(words[2]); from += 1_000) {
                    var to = Math.min(from + 1_000, Long.parseLong(words[2]));
                    feed.truth(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))
                            .forEach(each -> digest.add(each.stream(), each.millis(), each.message()));
                }
                System.out.println("truth " + digest);
            }
        }
    }
}
