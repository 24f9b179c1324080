package io.atalaya.sandbox.server.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;

class LiveTailBufferTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final LiveTailBuffer buffer = new LiveTailBuffer(Duration.ofSeconds(1), nanos::get);

    @Test
    void eventsComeWithTheUpdateOfTheirSecond() {
        write(3);
        assertThat(buffer.take().events()).as("the second is not over").isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(buffer.take().events()).hasSize(3);
        assertThat(buffer.take().events()).isEmpty();
    }

    @Test
    void moreThanFiveHundredInOneSecondAreSampled() {
        write(500);
        pass(Duration.ofSeconds(1));
        assertThat(buffer.take().sampled()).isFalse();

        write(501);
        pass(Duration.ofSeconds(1));
        LiveTailBuffer.Update update = buffer.take();
        assertThat(update.sampled()).isTrue();
        assertThat(update.events()).hasSize(500);
    }

    @Test
    void slowReaderLosesTheOldestOfMoreThanTenUpdates() {
        for (int second = 0; second < 12; second++) {
            write(second + 1);
            pass(Duration.ofSeconds(1));
        }

        int events = 0;
        int updates = 0;
        while (buffer.hasWaiting()) {
            events += buffer.take().events().size();
            updates++;
        }
        assertThat(updates).isEqualTo(10);
        assertThat(events).as("seconds 3 to 12").isEqualTo(75);
    }

    @Test
    void waitsForTheRestOfTheSecond() {
        pass(Duration.ofMillis(2_300));

        assertThat(buffer.untilNextPeriod()).isEqualTo(Duration.ofMillis(700).toNanos());
    }

    private void write(int events) {
        for (int i = 0; i < events; i++) {
            buffer.add(LiveTailSessionLogEvent.builder().message("e" + i).build());
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
