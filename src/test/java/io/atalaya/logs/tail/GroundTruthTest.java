package io.atalaya.logs.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Problem;
import io.atalaya.logs.LogEvent;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.ledger.Cause;
import io.atalaya.logs.ledger.Gap;
import io.atalaya.logs.ledger.Minute;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.tail.TailBehaviour;
import io.atalaya.sandbox.server.tail.TailEnding;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import io.atalaya.sandbox.world.logs.ReadBehaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Over the wire, with the SDK: five groups of twenty streams, of which every event is known, through everything that goes wrong. */
@Timeout(300)
class GroundTruthTest {
    private static final Duration LATEST = Duration.ofSeconds(4);
    private static final TailSettings QUICK = TailSettings.defaults()
            .paced(Duration.ofSeconds(1), LATEST.plusSeconds(1), Duration.ofMillis(500), Duration.ofMillis(100))
            .withLive(Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(1_500), Duration.ofSeconds(4));

    private static final Duration TROUBLED = Duration.ofMillis(1_800);

    private static final TailBehaviour PROMPT = TailBehaviour.AWS.every(Duration.ofMillis(500));

    @TempDir
    Path folder;

    private static Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private NumberedFeed feed;

    @SuppressWarnings("NullAway.Init")
    private List<TailedGroup> groups;

    @SuppressWarnings("NullAway.Init")
    private Map<String, String> arns;

    @SuppressWarnings("NullAway.Init")
    private WiredTail tail;

    @SuppressWarnings("NullAway.Init")
    private Instant from;

    @SuppressWarnings("NullAway.Init")
    private Instant end;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private void begin(String name, int seconds) {
        begin(name, seconds, PROMPT);
    }

    private void begin(String name, int seconds, TailBehaviour behaviour) {
        from = Instant.now();
        end = from.plusSeconds(seconds + 3);
        feed = sandbox.feed(FeedPlan.nasty(5, 20, 400)
                .named(name)
                .late(50, LATEST)
                .ahead(499, Duration.ofSeconds(2))
                .around(from, Duration.ofSeconds(20), Duration.ofSeconds(seconds)));
        groups = IntStream.range(0, 5)
                .mapToObj(i -> TailedGroup.all(feed.groups().get(i), feed.arns().get(i)))
                .toList();
        arns = groups.stream().collect(Collectors.toUnmodifiableMap(TailedGroup::name, TailedGroup::arn));
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken()));
        tail = new WiredTail(sandbox.endpoint(), credentials, null, folder.resolve("s"), TailPlan.of(groups), QUICK);
        sandbox.tailFaults().set(behaviour);
        tail.session.listen(this::everyLossIsMarked);
        from = Instant.now();
        tail.session.start();
    }

    @AfterEach
    void close() {
        tail.close();
        sandbox.faults().clear();
        sandbox.readFaults().clear();
    }

    private final AtomicInteger falselyConfirmed = new AtomicInteger();

    /** No minute is called complete of which an event is not shown. */
    private void everyLossIsMarked() {
        var now = System.currentTimeMillis();
        var confirmed = tail.ledger.minutes(now - 300_000, now).stream()
                .filter(minute -> minute.state() == Minute.State.CONFIRMED)
                .toList();
        if (!confirmed.isEmpty()) {
            var missing = new HashMap<>(counted(truth(from, Instant.ofEpochMilli(now))));
            counted(tail.shown()).forEach((event, count) -> missing.merge(event, -count, Long::sum));
            for (var minute : confirmed) {
                missing.forEach((event, count) -> {
                    if (count > 0
                            && event.group().equals(minute.group())
                            && event.ingested() < now
                            && Math.floorDiv(event.timestamp(), 60_000L) * 60_000 == minute.start()) {
                        falselyConfirmed.incrementAndGet();
                    }
                });
            }
        }
    }

    private List<LogEvent> truth(Instant since, Instant to) {
        return feed.truth(since, to).stream()
                .map(line -> new LogEvent(
                        Objects.requireNonNull(arns.get(line.group())),
                        line.stream(),
                        line.millis(),
                        line.ingested(),
                        line.message()))
                .toList();
    }

    private static Map<LogEvent, Long> counted(List<LogEvent> events) {
        return events.stream().collect(Collectors.groupingBy(event -> event, Collectors.counting()));
    }

    private List<LogEvent> shownSince() {
        return tail.shown().stream()
                .filter(event -> event.timestamp() >= from.toEpochMilli())
                .toList();
    }

    /** After settling, what is shown is what there is, and no gap is open. */
    private void endsWell() throws Exception {
        tail.await("swept for the last time", Duration.ofSeconds(90), () -> groups.stream()
                .allMatch(group -> tail.ledger.marks(group.arn()).sureTo() > end.toEpochMilli()
                        && tail.ledger.sweptTo() > end.toEpochMilli()));
        var truth = counted(truth(from, end));
        var quick = new AtomicInteger();
        tail.await(
                "settled",
                Duration.ofSeconds(60),
                () -> quick.incrementAndGet() % 5 == 0
                        && tail.ledger.gaps().stream().allMatch(gap -> gap.state() == Gap.State.CLOSED)
                        && counted(shownSince()).equals(truth));
        assertThat(truth.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(1_500);
        assertThat(falselyConfirmed).as("losses in confirmed minutes").hasValue(0);
        var minutes = tail.ledger.minutes(from.toEpochMilli(), end.toEpochMilli());
        assertThat(minutes).extracting(Minute::doubt).containsOnly(0L);
    }

    private List<Cause> causes() {
        return tail.ledger.gaps().stream().map(Gap::cause).distinct().toList();
    }

    /** What goes wrong for {@link #TROUBLED} at least, and until a gap tells of its cause where one is named. */
    private record Trouble(Runnable begin, @Nullable Cause told) {
        Trouble(Runnable begin) {
            this(begin, null);
        }

        boolean shown(List<Cause> causes) {
            return told == null || causes.contains(told);
        }
    }

    @Test
    void everythingAtOnce() throws Exception {
        sandbox.readFaults()
                .set(ReadBehaviour.AWS
                        .shortPages(150)
                        .emptyPages(7)
                        .unsorted()
                        .repeating(3)
                        .visibleAfter(Duration.ofMillis(700)));
        begin("/truth/all", 28);
        live();
        var tails = sandbox.tailFaults();
        var trouble = List.of(
                new Trouble(() -> tails.set(PROMPT.droppingAbove(3_000).twice(9)), Cause.SLOW_CLIENT),
                new Trouble(() ->
                        tails.set(PROMPT.samplingAbove(80, false).shuffling().late(20, Duration.ofSeconds(2)))),
                new Trouble(() -> tails.set(PROMPT.samplingAbove(60, true)), Cause.SAMPLED),
                new Trouble(() -> tails.set(PROMPT.silent(true)), Cause.DISCONNECTED),
                new Trouble(() -> tails.set(PROMPT.twice(5))),
                new Trouble(() -> tails.end(TailEnding.CUT)),
                new Trouble(() -> tails.end(TailEnding.STREAMING_FAILED)));
        var turn = new AtomicInteger();
        var begun = new AtomicReference<>(Instant.EPOCH);
        tail.session.listen(() -> {
            var now = Instant.now();
            if (Duration.between(begun.get(), now).compareTo(TROUBLED) < 0) {
                return;
            }
            var next = turn.get();
            if (next > 0 && !trouble.get(next - 1).shown(causes())) {
                trouble.get(next - 1).begin().run();
                begun.set(now);
            } else if (next < trouble.size()) {
                trouble.get(turn.getAndIncrement()).begin().run();
                begun.set(now);
            }
        });
        tail.await("every trouble was had", Duration.ofSeconds(90), () -> turn.get() == trouble.size());
        endsWell();
        assertThat(causes()).contains(Cause.SAMPLED, Cause.SLOW_CLIENT, Cause.DISCONNECTED);
    }

    @Test
    void credentialsExpireAndAreRenewed() throws Exception {
        begin("/truth/expired", 8);
        live();
        try (var expired = sandbox.faults().plan(FaultMatch.of(AwsService.LOGS), new Fault.ExpiredCredentials())) {
            sandbox.tailFaults().end(TailEnding.CLEAN);
            tail.await("expired", Duration.ofSeconds(60), () -> tail.session.status().groups().stream()
                    .allMatch(group -> group.mode() == TailStatus.Mode.FAILING
                            && group.why() != null
                            && group.why().kind() == Problem.Kind.EXPIRED));
            assertThat(expired.struck()).isLessThan(20);
        }
        assertThat(causes()).contains(Cause.EXPIRED);
        tail.session.retryNow();
        endsWell();
    }

    @Test
    void liveTailEndsAfterOneUpdateAndTheAccountIsThrottled() throws Exception {
        sandbox.readFaults().set(ReadBehaviour.AWS.allowing(8));
        begin("/truth/polled", 6, PROMPT.endingAfter(1, TailEnding.CLEAN));
        tail.await("polled", Duration.ofSeconds(60), () -> tail.session.status().groups().stream()
                .allMatch(group -> group.mode() == TailStatus.Mode.POLLING && group.events() > 0));
        assertThat(tail.session.status().groups())
                .extracting(group -> group.why() == null ? "" : group.why().code())
                .containsOnly("EndOfStream");
        tail.await("throttled", Duration.ofSeconds(60), () -> causes().contains(Cause.THROTTLED));
        sandbox.readFaults().clear();
        endsWell();
    }

    private void live() throws Exception {
        tail.await("live", Duration.ofSeconds(60), () -> tail.session.status().groups().stream()
                .allMatch(group -> group.mode() == TailStatus.Mode.LIVE_TAIL));
    }
}
