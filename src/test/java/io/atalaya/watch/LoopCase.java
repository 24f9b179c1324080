package io.atalaya.watch;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A refresh loop over sources that a test scripts, in a time that it moves. */
abstract class LoopCase {
    static final Duration SECOND = Duration.ofSeconds(1);
    static final Duration MINUTE = Duration.ofMinutes(1);

    final VirtualTime time = new VirtualTime();
    final List<Deployment> snapshots = new ArrayList<>();

    Script script(String id) {
        return new Script(id, time);
    }

    RefreshLoop loop(Script... scripts) {
        var sources = new ArrayList<Source<?>>();
        for (var script : scripts) {
            sources.add(script.source());
        }
        var machine = new Machine(time, time, time, new Random(1));
        return new RefreshLoop(
                Deployment.empty("us-east-1", null), sources, Script.problems(time), machine, snapshots::add);
    }

    Observed<Listing<String>> last(Script script) {
        return snapshots.getLast().observed(script.part);
    }

    Listing<String> value(Script script) {
        return Objects.requireNonNull(last(script).value());
    }

    List<String> items(Script script) {
        return snapshots.getLast().items(script.part);
    }

    static int asked(Script... scripts) {
        return Arrays.stream(scripts).mapToInt(s -> s.askedAt.size()).sum();
    }
}
