package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.sandbox.server.WireFault;
import io.atalaya.sandbox.world.Asker;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;

/** Events reach a tail when they have been ingested, filtered as asked, each once. */
class WorldTailTest {
    private static final String APP = "arn:aws:logs:us-east-1:111122223333:log-group:/checkop/app";

    private final Asker aws = Asker.calm();

    @Test
    void eventsComeAsTimePasses() throws Exception {
        var events = new LinkedBlockingQueue<LiveTailSessionLogEvent>();
        long start = aws.clock().instant().toEpochMilli();
        try (var tail = new WorldTail(aws.world());
                AutoCloseable subscription = tail.subscribe(
                        StartLiveTailRequest.builder()
                                .logGroupIdentifiers(APP)
                                .logEventFilterPattern("GET")
                                .build(),
                        events::add)) {
            assertThat(subscription).isNotNull();
            aws.clock().advance(Duration.ofSeconds(30));
            for (int i = 0; i < 50; i++) {
                LiveTailSessionLogEvent event = events.poll(30, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.message()).contains("GET");
                assertThat(event.logGroupIdentifier()).isEqualTo("111122223333:/checkop/app");
                assertThat(event.ingestionTime()).isBetween(start, start + 30_000);
            }
        }
    }

    @Test
    void unknownGroupsAreRefused() {
        try (var tail = new WorldTail(aws.world())) {
            assertThatThrownBy(() -> tail.subscribe(
                            StartLiveTailRequest.builder()
                                    .logGroupIdentifiers(APP + "x")
                                    .build(),
                            event -> {}))
                    .isInstanceOf(WireFault.class);
        }
    }
}
