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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Over the wire, with the SDK: five groups of twenty streams, of which every event is known, through everything that goes wrong. */
@Timeout(90)
class GroundTruthTest {
    private static final Duration WRITING = Duration.ofSeconds(12);
    private static final Duration LATEST = Duration.ofSeconds(6);
    private static final TailSettings QUICK = TailSettings.defaults()
            .paced(Duration.ofSeconds(2), LATEST.plusSeconds(2), Duration.ofMillis(500), Duration.ofMillis(100))
            .withLive(Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(1_500), Duration.ofSeconds(4));

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
    private final Instant begin = Instant.now();
    private final NumberedFeed feed = sandbox.feed(FeedPlan.nasty(5, 20, 400)
            .late(50, LATEST)
            .ahead(499, Duration.ofSeconds(2))
            .around(begin, Duration.ofSeconds(20), WRITING));
    private final List<TailedGroup> groups = IntStream.range(0, 5)
            .mapToObj(i -> TailedGroup.all(feed.groups().get(i), feed.arns().get(i)))
            .toList();
    private final Map<String, String> arns =
            groups.stream().collect(Collectors.toUnmodifiableMap(TailedGroup::name, TailedGroup::arn));
    private WiredTail tail;
    private Instant from;

    @BeforeEach
    void start() {
        var key = sandbox.credentials();
        var credentials = StaticCredentialsProvider.create(
                AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken()));
        tail = new WiredTail(sandbox.endpoint(), credentials, null, folder.resolve("s"), TailPlan.of(groups), QUICK);
        sandbox.tailFaults().set(TailBehaviour.AWS.every(Duration.ofMillis(500)));
        tail.session.listen(this::everyLossIsMarked);
    }

    @AfterEach
    void close() {
        tail.close();
        sandbox.close();
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

    private void begin() {
        from = Instant.now();
        tail.session.start();
    }

    private List<LogEvent> truth(Instant since, Instant to) {
        return feed.truth(since, to).stream()
                .map(line -> new LogEvent(
                        arns.get(line.group()), line.stream(), line.millis(), line.ingested(), line.message()))
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
        var end = begin.plus(WRITING).plusSeconds(4);
        tail.await("swept for the last time", Duration.ofSeconds(60), () -> groups.stream()
                .allMatch(group -> tail.ledger.marks(group.arn()).sureTo() > end.toEpochMilli()
                        && tail.ledger.sweptTo() > end.toEpochMilli()));
        var truth = counted(truth(from, end));
        var quick = new AtomicInteger();
        tail.await(
                "settled",
                Duration.ofSeconds(20),
                () -> quick.incrementAndGet() % 5 == 0
                        && tail.ledger.gaps().stream().allMatch(gap -> gap.state() == Gap.State.CLOSED)
                        && counted(shownSince()).equals(truth));
        assertThat(truth.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(2_000);
        assertThat(falselyConfirmed).as("losses in confirmed minutes").hasValue(0);
        var minutes = tail.ledger.minutes(from.toEpochMilli(), end.toEpochMilli());
        assertThat(minutes).extracting(Minute::doubt).containsOnly(0L);
    }

    private List<Cause> causes() {
        return tail.ledger.gaps().stream().map(Gap::cause).distinct().toList();
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
        begin();
        var tails = sandbox.tailFaults();
        var turn = new AtomicInteger();
        List<Runnable> trouble = List.of(
                () -> tails.change(b -> b.twice(9).shuffling().late(20, Duration.ofSeconds(3))),
                () -> tails.change(b -> b.samplingAbove(60, true)),
                () -> tails.change(b -> b.samplingAbove(500, true).droppingAbove(6_000)),
                () -> tails.change(b -> b.droppingAbove(Long.MAX_VALUE).samplingAbove(80, false)),
                () -> tails.end(TailEnding.CUT),
                () -> tails.change(b -> b.samplingAbove(500, true).silent(true)),
                () -> tails.change(b -> b.silent(false)),
                () -> tails.end(TailEnding.STREAMING_FAILED),
                () -> tails.set(TailBehaviour.AWS.every(Duration.ofMillis(500)).twice(5)),
                () -> {});
        var ticks = new AtomicInteger();
        tail.session.listen(() -> {
            if (ticks.incrementAndGet() % 12 == 0 && turn.get() < trouble.size()) {
                trouble.get(turn.getAndIncrement()).run();
            }
        });
        endsWell();
        assertThat(causes()).contains(Cause.SAMPLED, Cause.SLOW_CLIENT, Cause.DISCONNECTED);
        assertThat(turn).hasValue(trouble.size());
    }

    @Test
    void credentialsExpireAndAreRenewed() throws Exception {
        begin();
        live();
        var expired = new ArrayList<AutoCloseable>();
        expired.add(sandbox.faults().plan(FaultMatch.of(AwsService.LOGS), new Fault.ExpiredCredentials()));
        sandbox.tailFaults().end(TailEnding.CLEAN);
        tail.await("expired", Duration.ofSeconds(15), () -> tail.session.status().groups().stream()
                .allMatch(group -> group.mode() == TailStatus.Mode.FAILING
                        && group.why() != null
                        && group.why().kind() == Problem.Kind.EXPIRED));
        assertThat(causes()).contains(Cause.EXPIRED);
        for (var each : expired) {
            each.close();
        }
        tail.session.retryNow();
        endsWell();
    }

    private void live() throws Exception {
        tail.await("live", Duration.ofSeconds(20), () -> tail.session.status().groups().stream()
                .allMatch(group -> group.mode() == TailStatus.Mode.LIVE_TAIL));
    }

    @Test
    void liveTailIsNotOffered() throws Exception {
        sandbox.faults().plan(FaultMatch.of(AwsService.LOGS, "StartLiveTail"), new Fault.NotImplemented());
        begin();
        tail.await("polled", Duration.ofSeconds(20), () -> tail.session.status().groups().stream()
                .allMatch(group -> group.mode() == TailStatus.Mode.POLLING && group.events() > 0));
        assertThat(tail.session.status().groups())
                .extracting(group -> group.why().kind())
                .containsOnly(Problem.Kind.NOT_OFFERED);
        endsWell();
    }

    @Test
    void anAccountThatIsThrottled() throws Exception {
        sandbox.readFaults().set(ReadBehaviour.AWS.allowing(2));
        sandbox.tailFaults().change(b -> b.samplingAbove(70, true));
        begin();
        endsWell();
        assertThat(causes()).contains(Cause.SAMPLED);
    }
}
