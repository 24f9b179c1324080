package io.atalaya.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.tail.LiveTailFeed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;

@Timeout(60)
class LiveTailTest {
    private static final String GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/checkop/tomcat";

    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final AtomicReference<LiveTailFeed.@Nullable Sink> sink = new AtomicReference<>();
    private final CountDownLatch unsubscribed = new CountDownLatch(1);
    private final CompletableFuture<Void> responded = new CompletableFuture<>();

    private final LiveTailFeed feed = (request, to) -> {
        sink.set(to);
        return unsubscribed::countDown;
    };

    @Test
    void sessionBeginsGoesOnEverySecondAndCarriesEvents() throws Exception {
        try (var server = SandboxServer.start(TestParts.with(feed));
                var client = client(server)) {
            var session = tail(client, request -> request.logGroupIdentifiers(GROUP)
                    .logStreamNamePrefixes("i-0")
                    .logEventFilterPattern("ERROR"));
            responded.get(20, TimeUnit.SECONDS);
            var start = (LiveTailSessionStart) next();
            assertThat(start.logGroupIdentifiers()).containsExactly(GROUP);
            assertThat(start.logStreamNamePrefixes()).containsExactly("i-0");
            assertThat(start.logEventFilterPattern()).isEqualTo("ERROR");
            assertThat(start.sessionId()).isNotBlank();

            write("Señal perdida en la línea 3");
            assertThat(updatesUntilEvents().getFirst().message()).isEqualTo("Señal perdida en la línea 3");
            assertThat(((LiveTailSessionUpdate) next()).sessionResults()).isEmpty();
            session.cancel(true);
        }
        assertThat(unsubscribed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingTheServerEndsTheSession() throws Exception {
        CompletableFuture<Void> session;
        try (var client = clientOf(feed)) {
            session = tail(client.client(), request -> request.logGroupIdentifiers(GROUP));
            assertThat(next()).isInstanceOf(LiveTailSessionStart.class);
            client.server().close();
            assertThat(unsubscribed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(session.handle((done, error) -> "over")).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void planEndsTheSessionsThatAreOpen() throws Exception {
        ServerParts parts = TestParts.with(feed);
        try (var server = SandboxServer.start(parts);
                var client = client(server)) {
            var session = tail(client, request -> request.logGroupIdentifiers(GROUP));
            assertThat(next()).isInstanceOf(LiveTailSessionStart.class);

            parts.faults().endStreams();

            assertThat(session).succeedsWithin(Duration.ofSeconds(20));
            assertThat(unsubscribed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void elevenGroupsAreTooMany() {
        try (var client = clientOf(feed)) {
            var session = tail(
                    client.client(),
                    request -> request.logGroupIdentifiers(
                            IntStream.range(0, 11).mapToObj(i -> GROUP + i).toList()));

            assertThat(session)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(InvalidParameterException.class);
        }
    }

    private record Tailing(SandboxServer server, CloudWatchLogsAsyncClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
            server.close();
        }
    }

    private static Tailing clientOf(LiveTailFeed feed) {
        var server = SandboxServer.start(TestParts.with(feed));
        return new Tailing(server, client(server));
    }

    private CompletableFuture<Void> tail(
            CloudWatchLogsAsyncClient client, Consumer<StartLiveTailRequest.Builder> request) {
        return client.startLiveTail(
                request,
                StartLiveTailResponseHandler.builder()
                        .onResponse(response -> responded.complete(null))
                        .subscriber(events::add)
                        .build());
    }

    private List<LiveTailSessionLogEvent> updatesUntilEvents() throws InterruptedException {
        while (true) {
            var update = (LiveTailSessionUpdate) next();
            assertThat(update.sessionMetadata().sampled()).isFalse();
            if (!update.sessionResults().isEmpty()) {
                return update.sessionResults();
            }
        }
    }

    private Object next() throws InterruptedException {
        Object event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return Objects.requireNonNull(event);
    }

    private void write(String message) {
        Objects.requireNonNull(sink.get())
                .event(LiveTailSessionLogEvent.builder()
                        .logGroupIdentifier(GROUP)
                        .message(message)
                        .timestamp(1L)
                        .build());
    }

    static CloudWatchLogsAsyncClient client(SandboxServer server) {
        return CloudWatchLogsAsyncClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(SdkClients.CREDENTIALS))
                // A host prefix cannot stand before an IP address.
                .overrideConfiguration(
                        config -> config.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .build();
    }
}
