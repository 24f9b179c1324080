package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.server.tail.TailBehaviour;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.feed.FeedPlan;
import io.atalaya.sandbox.world.feed.NumberedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;

/** A Live Tail without limits carries the whole truth, late, ahead of time and twice as it is. */
@Timeout(60)
class FeedOverTheWireTest {
    /** What both sides can tell of an event. */
    private record Said(String group, String stream, long timestamp, long ingested, String message) {}

    @Test
    void liveTailWithoutLimitsIsTheTruth() throws Exception {
        var clock = new ManualClock(ManualClock.PICTURE);
        BlockingQueue<Said> came = new LinkedBlockingQueue<>();
        CompletableFuture<Void> began = new CompletableFuture<>();
        try (var sandbox = Sandbox.start(SandboxOptions.calm(clock));
                var client = client(sandbox)) {
            sandbox.tailFaults().set(TailBehaviour.UNLIMITED.every(Duration.ofMillis(100)));
            Instant from = clock.instant().plusSeconds(5);
            NumberedFeed feed = sandbox.feed(
                    FeedPlan.nasty(3, 7, 60).late(20, Duration.ofSeconds(20)).between(from, from.plusSeconds(40)));
            var session = client.startLiveTail(
                    r -> r.logGroupIdentifiers(feed.arns()),
                    StartLiveTailResponseHandler.builder()
                            .onResponse(r -> began.complete(null))
                            .subscriber(event -> {
                                if (event instanceof LiveTailSessionUpdate update) {
                                    update.sessionResults()
                                            .forEach(e -> came.add(new Said(
                                                    e.logGroupIdentifier().split(":", 2)[1],
                                                    e.logStreamName(),
                                                    e.timestamp(),
                                                    e.ingestionTime(),
                                                    e.message())));
                                }
                            })
                            .build());
            began.get(20, TimeUnit.SECONDS);
            List<Said> heard = new ArrayList<>();
            while (clock.instant().isBefore(feed.settled(from.plusSeconds(40)))) {
                clock.advance(Duration.ofSeconds(15));
                int ingested =
                        feed.truth(from, from.plusSeconds(900), clock.instant()).size();
                while (heard.size() < ingested) {
                    heard.add(came.poll(20, TimeUnit.SECONDS));
                }
            }
            List<Said> truth = feed.truth().stream()
                    .map(l -> new Said(l.group(), l.stream(), l.millis(), l.ingested(), l.message()))
                    .toList();
            assertThat(heard).containsExactlyInAnyOrderElementsOf(truth);
            assertThat(heard.size())
                    .isGreaterThan(heard.stream().distinct().toList().size());
            session.cancel(true);
        }
    }

    private static CloudWatchLogsAsyncClient client(Sandbox sandbox) {
        return CloudWatchLogsAsyncClient.builder()
                .endpointOverride(sandbox.endpoint())
                .region(Region.of(sandbox.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        sandbox.accessKeyId(), sandbox.secretAccessKey(), String.valueOf(sandbox.sessionToken()))))
                .overrideConfiguration(
                        c -> c.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .build();
    }
}
