package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A runner on a deployment of one instance, with a clock, a timer and an AWS that the test moves. */
final class Desk {
    static final String INSTANCE = "i-0f3d8a66b1e2c904";
    static final Actor ACTOR = new Actor(
            "prod", "111122223333", "us-east-1", null, "arn:aws:sts::111122223333:assumed-role/Operator/maria");

    final Journal journal;
    final Arming arming = new Arming(() -> this.now);
    final List<AwsRequest> sent = new ArrayList<>();
    final List<Set<Part<?>>> asked = new ArrayList<>();
    /** How many lines the journal had when each request left. */
    final List<Integer> linesAtSending = new ArrayList<>();

    final OperationRunner runner;
    Instant now = Instant.parse("2026-11-18T15:00:00Z");
    Protection protection = Protection.NONE;
    Sender.Sent answer = new Sender.Sent(List.of("req-1"), null, false, true);
    Runnable whileSending = () -> {};
    /** Of the last request that left. */
    @Nullable
    Permit permit = null;

    Deployment deployment;

    private final List<Timer> timers = new ArrayList<>();

    private record Timer(Instant at, Runnable task) {}

    Desk(Path file) {
        this(file, Runnable::run, ACTOR);
    }

    Desk(Path file, Executor blocking, Actor actor) {
        journal = new Journal(file);
        deployment = Deployment.empty("us-east-1", null);
        see("running", Map.of());
        var sight = new Sight() {
            @Override
            public Deployment current() {
                return deployment;
            }

            @Override
            public void askNow(Set<Part<?>> parts) {
                asked.add(parts);
            }
        };
        runner = new OperationRunner(
                actor,
                this::send,
                journal,
                new Guard(arming, () -> protection),
                sight,
                new Engine(() -> now, blocking, this::later));
    }

    private Sender.Sent send(AwsRequest request, Permit given) {
        permit = given;
        sent.add(request);
        linesAtSending.add(lines());
        whileSending.run();
        return answer;
    }

    private Runnable later(Duration delay, Runnable task) {
        var timer = new Timer(now.plus(delay), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Time passes; what is due runs in its order. */
    void pass(Duration time) {
        var end = now.plus(time);
        while (true) {
            var next = timers.stream()
                    .filter(it -> !it.at().isAfter(end))
                    .min(Comparator.comparing(Timer::at))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            now = now.isAfter(next.at()) ? now : next.at();
            next.task().run();
        }
        now = end;
    }

    /** AWS is asked now, and says this. */
    void see(String state, Map<String, String> tags) {
        deployment = deployment.with(
                Parts.INSTANCES,
                Observed.of(Listing.complete(List.of(instance(INSTANCE, state, tags))), now, Duration.ofSeconds(30)));
    }

    /** The same, and the runner is told. */
    void show(String state) {
        see(state, Map.of());
        runner.observe(deployment);
    }

    /** Another instance of the same name. */
    static Instance twin() {
        return instance("i-0b7e41d2c5f9a8036", "running", Map.of());
    }

    private static Instance instance(String id, String state, Map<String, String> tags) {
        return new Instance(
                id,
                "ChOp-web-1",
                "t3.medium",
                state,
                null,
                "us-east-1a",
                null,
                null,
                "10.0.1.5",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                tags);
    }

    /** Arms, looks at the preflight and confirms it. */
    RunningAct confirm(Operation operation) throws ActRefusedException {
        return confirm(operation, null);
    }

    RunningAct confirm(Operation operation, @Nullable String typed) throws ActRefusedException {
        arming.arm(Arming.USUAL);
        return runner.run(operation, runner.preflight(operation), List.of("shown"), typed);
    }

    static Problem problem(Problem.Kind kind) {
        return new Problem(kind, "ec2:StopInstances", "Code", "message of AWS", null, null, Instant.EPOCH);
    }

    int lines() {
        try {
            return Files.exists(journal.file())
                    ? Files.readAllLines(journal.file()).size()
                    : 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<JournalEntry> written() throws IOException {
        var check = JournalCheck.of(journal.file());
        if (check.broken() != null) {
            throw new AssertionError(check.broken());
        }
        return check.entries();
    }
}
