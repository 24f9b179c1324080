package io.atalaya.operate.run;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.StartInstance;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.Journal;
import io.atalaya.operate.journal.JournalEntry.Verdict;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A console in a process of its own, to be killed: settles what the one before it left open, then stops and starts an
 * instance for ever, saying {@code ready} after the first time. Arguments: journal, URL of the server, lane (its account and instance), {@code settle} to end
 * after settling, or {@code full} to end when the journal cannot be written.
 */
final class KilledConsole {
    /** Before what it tells the test; everything else is the log. */
    static final String SAYS = "console: ";

    /** Patience of minutes becomes milliseconds. */
    private static final int HURRY = 5_000;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String server;
    private final String lane;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final OperationRunner runner;
    private volatile Deployment deployment;

    private KilledConsole(Path journal, String server, String lane) {
        this.server = server;
        this.lane = lane;
        this.deployment = Deployment.empty("us-east-1", null);
        var arming = new Arming(InstantSource.system());
        arming.arm(Arming.USUAL);
        var sight = new Sight() {
            @Override
            public Deployment current() {
                return deployment;
            }

            @Override
            public void askNow(Set<Part<?>> parts) {
                // it looks all the time
            }
        };
        runner = new OperationRunner(
                new Actor(null, lane, "us-east-1", null, ""),
                this::send,
                new Journal(journal),
                new Guard(arming, () -> Protection.NONE),
                sight,
                new Engine(InstantSource.system(), Executors.newVirtualThreadPerTaskExecutor(), this::later));
    }

    public static void main(String[] args) throws Exception {
        var console = new KilledConsole(Path.of(args[0]), args[1], args[2]);
        Thread.ofPlatform().daemon().start(KilledConsole::endWithParent);
        console.settle();
        if (args.length == 4 && args[3].equals("full")) {
            console.actUntilFull();
        } else if (args.length == 3) {
            console.act();
            System.out.println(SAYS + "ready"); // its classes are loaded: from now on it acts as fast as it can
            while (true) {
                console.act();
            }
        }
        System.exit(0);
    }

    /** Nothing is left behind when the test itself is killed. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(3);
        }
        Runtime.getRuntime().halt(3);
    }

    private void settle() throws IOException {
        var settlement = runner.settlement();
        settlement.start();
        var end = Instant.now().plus(LONGEST);
        var settled = false;
        while (!settled) {
            look();
            settled = settlement.read() && settlement.found().stream().allMatch(it -> it.settled() != null);
            if (Instant.now().isAfter(end)) {
                throw new IOException("not settled: " + settlement.found());
            }
        }
    }

    /** Acts until the journal cannot be written any more, and once again. */
    private void actUntilFull() throws Exception {
        for (int acts = 0; acts < 1000; acts++) {
            if (act().standing().verdict() == Verdict.NOT_SENT) {
                System.out.println(SAYS + act().standing().verdict());
                return;
            }
        }
        System.out.println(SAYS + "never full");
    }

    private RunningAct act() throws Exception {
        look();
        var stopped = deployment.items(Parts.INSTANCES).getFirst().state().equals("stopped");
        var operation = stopped ? new StartInstance(instance()) : new StopInstance(instance());
        var act = runner.run(operation, runner.preflight(operation), List.of("as shown"), null);
        var end = Instant.now().plus(LONGEST);
        while (!act.ended()) {
            look();
            if (Instant.now().isAfter(end)) {
                throw new IOException("does not end: " + act.standing());
            }
        }
        return act;
    }

    private String instance() {
        return "i-" + lane;
    }

    private void look() throws IOException {
        var asked = Instant.now();
        var state = get("/state/" + lane);
        var instance = new Instance(
                instance(),
                "web",
                "t3.medium",
                state,
                null,
                "us-east-1a",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
        deployment = deployment.with(
                Parts.INSTANCES, Observed.of(Listing.complete(List.of(instance)), asked, Duration.ofSeconds(30)));
        runner.observe(deployment);
    }

    private Sender.Sent send(AwsRequest request, Permit permit) {
        try {
            return new Sender.Sent(
                    List.of(get("/act/" + lane + "/" + request.operation() + "/" + permit.operationId())),
                    null,
                    false,
                    true);
        } catch (IOException e) {
            var problem = new Problem(
                    Problem.Kind.NO_NETWORK,
                    request.iamAction(),
                    "IOException",
                    e.toString(),
                    null,
                    null,
                    Instant.now());
            return new Sender.Sent(List.of(), problem, true, false);
        }
    }

    private String get(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(server + path).toURL().openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(10_000);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Runnable later(Duration delay, Runnable task) {
        var future = timer.schedule(task, delay.dividedBy(HURRY).toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
