package io.atalaya.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsProblems;
import io.atalaya.aws.CallLog;
import io.atalaya.aws.ClientFactory;
import io.atalaya.aws.ClientSettings;
import io.atalaya.aws.Endpoints;
import io.atalaya.aws.Guards;
import io.atalaya.aws.HttpClients;
import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Problem;
import io.atalaya.logs.insights.Estimate;
import io.atalaya.logs.insights.Insights;
import io.atalaya.logs.insights.InsightsQueries.Phase;
import io.atalaya.logs.insights.InsightsQueries.Started;
import io.atalaya.logs.insights.InsightsQuery;
import io.atalaya.logs.insights.QueryHistory;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.logs.insights.RunState;
import io.atalaya.logs.insights.Samples;
import io.atalaya.logs.insights.TimeChart;
import io.atalaya.sandbox.Sandbox;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.watch.CallPermits;
import io.atalaya.watch.ExecutorScheduler;
import io.atalaya.watch.Priority;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Queries over the wire, by the real client against the sandbox. */
class CloudWatchInsightsTest {
    private static final String APP = "arn:aws:logs:us-east-1:111122223333:log-group:/checkop/app";
    private static final String NGINX = "arn:aws:logs:us-east-1:111122223333:log-group:/checkop/nginx";
    private static final CallPermits UNLIMITED = new CallPermits() {
        @Override
        public void acquire(String api, Priority priority) {}

        @Override
        public void throttled(String api) {}

        @Override
        public void answered(String api, Duration latency) {}
    };

    private static Sandbox sandbox;

    @TempDir
    Path folder;

    private final InstantSource clock = InstantSource.system();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorScheduler scheduler = new ExecutorScheduler(
            Thread.ofPlatform().daemon().name("insights-test").factory());
    private final HttpClients http = new HttpClients();
    private ClientFactory clients;
    private CloudWatchInsights cloud;
    private Insights insights;
    private final Instant to = clock.instant().minusSeconds(30);
    private final Instant from = to.minus(Duration.ofMinutes(20));

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.calm(InstantSource.system()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void connect() {
        sandbox.world().queries().speed(100 << 20);
        var key = sandbox.credentials();
        clients = new ClientFactory(
                ClientSettings.of("us-east-1", Endpoints.of(sandbox.endpoint())),
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(key.accessKeyId(), key.secretAccessKey(), key.sessionToken())),
                Guards.of(veto -> {}, UNLIMITED, new CallLog(clock), clock),
                http);
        cloud = insights("111122223333");
        insights = new Insights(
                cloud,
                new QueryHistory(folder.resolve("history.json"), Runnable::run),
                "us-east-1",
                scheduler,
                executor,
                clock);
    }

    @AfterEach
    void disconnect() {
        insights.close();
        scheduler.close();
        executor.shutdownNow();
        clients.close();
        http.close();
    }

    private CloudWatchInsights insights(String account) {
        return new CloudWatchInsights(() -> clients, new AwsProblems(clock, false), clock, () -> Optional.of(account));
    }

    @Test
    void groupsAreFoundByNameInTheirOwnAccountAndByArnFromAnother() {
        for (var account : List.of("111122223333", "999999999999")) {
            assertThat(insights(account).start(query("limit 1", APP))).isInstanceOf(Started.Query.class);
        }
    }

    private InsightsQuery query(String text, String... groups) {
        return new InsightsQuery(text, List.of(groups), from, to);
    }

    /** The first state that is as wished. */
    private static RunState await(BlockingQueue<RunState> told, Predicate<RunState> wished)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            var next = told.poll(30, TimeUnit.SECONDS);
            if (next != null && wished.test(next)) {
                return next;
            }
        }
        throw new AssertionError("not within 30 s");
    }

    @Test
    void everySampleIsAnswered() throws Exception {
        var queues = new ArrayList<BlockingQueue<RunState>>();
        for (var sample : Samples.all()) {
            var told = new LinkedBlockingQueue<RunState>();
            queues.add(told);
            insights.start(query(sample.text(), APP, NGINX), told::add);
        }
        for (int i = 0; i < queues.size(); i++) {
            var sample = Samples.all().get(i);
            var end = await(queues.get(i), RunState::over);
            assertThat(end).as(sample.key()).isInstanceOfSatisfying(RunState.Ended.class, it -> {
                assertThat(it.phase()).isEqualTo(Phase.COMPLETE);
                assertThat(it.statistics().scanned()).isPositive();
                if (sample.key().equals("statusClasses")) {
                    var chart = TimeChart.of(sample.text(), it.table()).orElseThrow();
                    assertThat(chart.lines()).hasSize(3);
                    assertThat(chart.step()).isEqualTo(300_000);
                }
                if (sample.key().equals("talkers") || sample.key().equals("volume")) {
                    assertThat(it.table().rows()).isNotEmpty();
                }
            });
        }
        assertThat(insights.history().entries()).hasSize(10);
    }

    @Test
    void tellsHowFarItIsAndStopsInCloudWatchWhatIsStoppedHere() throws Exception {
        sandbox.world().queries().speed(2_000);
        var told = new LinkedBlockingQueue<RunState>();
        var run = insights.start(query("stats count(*) by @logStream", APP), told::add);
        var running = await(
                told,
                it -> it instanceof RunState.Running now && now.statistics().scanned() > 0);
        assertThat(((RunState.Running) running).statistics().bytes()).isPositive();
        assertThat(cloud.running()).singleElement().satisfies(it -> assertThat(it.group())
                .isEqualTo("/checkop/app"));
        run.cancel();
        assertThat(((RunState.Ended) await(told, RunState::over)).phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cloud.running()).isEmpty();
        assertThat(cloud.stop("gone")).isEmpty();
    }

    @Test
    void leavesNothingRunningWhenTheConnectionGoes() throws Exception {
        sandbox.world().queries().speed(2_000);
        var told = new LinkedBlockingQueue<RunState>();
        insights.start(query("stats count(*) by @logStream", APP), told::add);
        insights.start(query("stats count(*) by @message", NGINX), told::add);
        await(told, it -> it instanceof RunState.Running);
        await(told, it -> it instanceof RunState.Running);
        insights.close();
        assertThat(cloud.running()).isEmpty();
    }

    @Test
    void whatCloudWatchDoesNotUnderstandIsAnAnswer() throws Exception {
        var told = new LinkedBlockingQueue<RunState>();
        insights.start(query("fields @message | filter (", APP), told::add);
        assertThat(await(told, RunState::over)).isInstanceOfSatisfying(RunState.Failed.class, it -> assertThat(
                        it.problem().kind())
                .isEqualTo(Problem.Kind.INVALID_REQUEST));
    }

    @Test
    void estimatesFromWhatIsStoredWhereNothingWasMeasured() throws Exception {
        var estimates = new LinkedBlockingQueue<Estimate>();
        var now = clock.instant();
        var group = new LogGroup("/checkop/app", APP, 90, 90L << 20, now.minus(Duration.ofDays(262)));
        insights.estimate(List.of(group), now.minus(Duration.ofDays(1)), now, estimates::add);
        var estimate = estimates.poll(20, TimeUnit.SECONDS);
        assertThat(estimate).isNotNull();
        assertThat(estimate.basis()).isEqualTo(Estimate.Basis.STORED);
        assertThat(estimate.bytes()).isEqualTo(1 << 20);
    }

    @Test
    void aRowThatDoesNotSayWhereItStandsIsLookedUpByItsPointer() throws Exception {
        var told = new LinkedBlockingQueue<RunState>();
        insights.start(query("fields @message | limit 3", APP, NGINX), told::add);
        var end = (RunState.Ended) await(told, RunState::over);
        var places = new LinkedBlockingQueue<Optional<RawPlace>>();
        insights.place(end.table(), end.table().rows().getFirst(), List.of(APP, NGINX), places::add);
        var place = places.poll(20, TimeUnit.SECONDS);
        assertThat(place).isNotNull();
        assertThat(place.orElseThrow().group()).isIn(APP, NGINX);
        assertThat(place.orElseThrow().stream()).isNotBlank();
        assertThat(place.orElseThrow().at()).isBetween(from, to.plusSeconds(1));
    }

    @Test
    void aRowLeadsToAnEventThatIsInTheLog() throws Exception {
        var told = new LinkedBlockingQueue<RunState>();
        insights.start(
                query("fields @timestamp, @message, @logStream, @log | sort @timestamp desc | limit 5", APP, NGINX),
                told::add);
        var end = (RunState.Ended) await(told, RunState::over);
        assertThat(end.table().rows()).hasSize(5).allSatisfy(row -> {
            assertThat(row.pointer()).isNotBlank();
            var place = RawPlace.of(end.table(), row, List.of(APP, NGINX)).orElseThrow();
            var events = clients.logs()
                    .filterLogEvents(r -> r.logGroupName(
                                    place.group().substring(place.group().indexOf("/checkop")))
                            .logStreamNames(place.stream())
                            .startTime(place.at().toEpochMilli())
                            .endTime(place.at().toEpochMilli()))
                    .events();
            assertThat(events)
                    .extracting(it -> it.message())
                    .contains(end.table().value(row, "@message").orElseThrow());
        });
    }
}
