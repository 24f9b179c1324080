package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.server.tail.LiveTailFeed;
import io.atalaya.sandbox.server.tail.TailBehaviour;
import io.atalaya.sandbox.server.tail.TailEnding;
import io.atalaya.sandbox.server.tail.TailFaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AccessDeniedException;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.SessionStreamingException;
import software.amazon.awssdk.services.cloudwatchlogs.model.SessionTimeoutException;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;

/** Every way in which Live Tail goes wrong, as the SDK's own client sees it. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // a client of its own for each test takes two seconds to close
class TailFaultsTest {
    private static final String GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/checkop/tomcat";
    private static final TailBehaviour QUICK = TailBehaviour.AWS.every(Duration.ofMillis(60));

    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final AtomicReference<LiveTailFeed.@Nullable Sink> sink = new AtomicReference<>();
    private final ServerParts parts = TestParts.with((request, to) -> {
        sink.set(to);
        return () -> {};
    });
    private final TailFaults tails = parts.faults().tails();
    private final SandboxServer server = SandboxServer.start(parts);
    private final CloudWatchLogsAsyncClient client = LiveTailTest.client(server);

    @BeforeEach
    void asAws() throws Exception {
        parts.faults().clear();
        parts.faults().endStreams();
        assertThat(last.handle((done, e) -> "over").get(20, TimeUnit.SECONDS)).isEqualTo("over");
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(TailEnding.class)
    void sessionsEndInEveryWay(TailEnding how) throws Exception {
        tails.set(QUICK.endingAfter(1, how));
        CompletableFuture<Void> session = tail(GROUP);
        assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
        assertThat(next()).as("its one update").isInstanceOf(LiveTailSessionUpdate.class);
        Throwable error = session.handle((done, e) -> e).get(20, TimeUnit.SECONDS);
        switch (how) {
            // The SDK takes a body that breaks off for one that ends; who tails must not.
            case CLEAN, CUT -> assertThat(error).isNull();
            case MALFORMED -> assertThat(error).isNotNull();
            case TIMED_OUT -> assertThat(error).hasRootCauseInstanceOf(SessionTimeoutException.class);
            case STREAMING_FAILED -> assertThat(error).hasRootCauseInstanceOf(SessionStreamingException.class);
        }
        assertThat(events).isEmpty();
        assertThat(tails.open()).isZero();
    }

    @Test
    void openSessionsAreCutOnDemandAndAfterATime() throws Exception {
        long before = tails.opened();
        tails.set(QUICK);
        CompletableFuture<Void> first = tail(GROUP);
        assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
        tails.end(TailEnding.CUT);
        assertThat(first).succeedsWithin(Duration.ofSeconds(20));

        tails.set(QUICK.endingAfter(Duration.ofMillis(100), TailEnding.TIMED_OUT));
        assertThat(tail(GROUP)).failsWithin(Duration.ofSeconds(20));
        assertThat(tails.opened()).isEqualTo(before + 2);
    }

    @Test
    void withoutLimitsABurstIsWhole() throws Exception {
        tails.set(TailBehaviour.UNLIMITED.every(Duration.ofMillis(60)));
        assertThat(tail(GROUP)).isNotDone();
        assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
        write(5_000);
        int got = 0;
        while (got < 5_000) {
            got += ((LiveTailSessionUpdate) next()).sessionResults().size();
        }
        assertThat(got).isEqualTo(5_000);
    }

    @Test
    void silenceIsAConnectionThatStandsAndLosesTheOldest() throws Exception {
        tails.set(QUICK.silent(true).keeping(1));
        CompletableFuture<Void> session = tail(GROUP);
        assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
        write(3);
        assertThat(events.poll(300, TimeUnit.MILLISECONDS)).isNull();
        write(2);
        assertThat(session).isNotDone();
        tails.change(b -> b.silent(false));
        List<LiveTailSessionLogEvent> got = List.of();
        while (got.isEmpty()) {
            got = ((LiveTailSessionUpdate) next()).sessionResults();
        }
        assertThat(got).hasSize(2);
    }

    @Test
    void oneSessionTooManyIsRefused() throws Exception {
        tails.set(QUICK.allowing(1));
        CompletableFuture<Void> first = tail(GROUP);
        assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
        assertRefused(GROUP, LimitExceededException.class);
        assertThat(first).isNotDone();
    }

    @Test
    void notOfferedOrDenied() {
        FaultMatch start = FaultMatch.of(AwsService.LOGS, "StartLiveTail");
        try (var planned = parts.faults().plan(start, new Fault.Refused(400, "UnknownOperationException", ""))) {
            assertRefused(GROUP, CloudWatchLogsException.class);
            assertThat(planned.struck()).isPositive();
        }
        try (var planned = parts.faults().plan(start, new Fault.RawAnswer(404, "text/html", "<h1>Not Found</h1>"))) {
            assertRefused(GROUP, CloudWatchLogsException.class);
            assertThat(planned.struck()).isPositive();
        }
        try (var planned = parts.faults().plan(start, new Fault.Denied(GROUP))) {
            assertRefused(GROUP, AccessDeniedException.class);
            assertThat(planned.struck()).isPositive();
        }
    }

    @Test
    void namesAndArnsWithAsterisksAreNoIdentifiers() {
        assertRefused("/checkop/tomcat", InvalidParameterException.class);
        assertRefused(GROUP + ":*", InvalidParameterException.class);
    }

    private void assertRefused(String group, Class<? extends Exception> as) {
        assertThat(tail(group))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(as);
    }

    private CompletableFuture<Void> tail(String group) {
        BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
        events = queue;
        last = client.startLiveTail(
                request -> request.logGroupIdentifiers(group),
                StartLiveTailResponseHandler.builder().subscriber(queue::add).build());
        return last;
    }

    private Object next() throws InterruptedException {
        Object event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return Objects.requireNonNull(event);
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            Objects.requireNonNull(sink.get())
                    .event(LiveTailSessionLogEvent.builder()
                            .logGroupIdentifier(GROUP)
                            .message("e" + i)
                            .timestamp(1L)
                            .build());
        }
    }
}
