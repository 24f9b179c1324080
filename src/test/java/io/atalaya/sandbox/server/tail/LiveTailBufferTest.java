package io.atalaya.sandbox.server.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;

class LiveTailBufferTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final TailFaults faults = new TailFaults();
    private final LiveTailBuffer buffer = new LiveTailBuffer(faults, nanos::get);

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

        assertThat(buffer.untilNextPeriod()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void sampleIsOfTheWholeSecondAndMayBeKeptSecret() {
        faults.set(TailBehaviour.AWS.samplingAbove(100, false));
        write(1_000);
        pass(Duration.ofSeconds(1));
        LiveTailBuffer.Update update = buffer.take();
        assertThat(update.sampled()).isFalse();
        assertThat(numbers(update)).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(numbers(update)).anyMatch(n -> n > 900).anyMatch(n -> n < 100);
    }

    @Test
    void nothingIsLeftOutWithoutLimits() {
        faults.set(TailBehaviour.UNLIMITED);
        for (int i = 0; i < 30; i++) {
            write(1_000);
            pass(Duration.ofSeconds(1));
        }
        int events = 0;
        while (buffer.hasWaiting()) {
            events += buffer.take().events().size();
        }
        assertThat(events).isEqualTo(30_000);
    }

    @Test
    void whatIsBeyondTheBytesIsLostWithoutAWord() {
        faults.set(TailBehaviour.AWS.droppingAbove(20));
        write(50); // "e0" to "e49"
        pass(Duration.ofSeconds(1));
        LiveTailBuffer.Update update = buffer.take();
        assertThat(update.events()).hasSize(10);
        assertThat(update.sampled()).isFalse();
    }

    @Test
    void everyFourthComesTwiceInItsUpdateOrTheNext() {
        faults.set(TailBehaviour.AWS.twice(4));
        write(8);
        pass(Duration.ofSeconds(1));
        assertThat(numbers(buffer.take())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 7);
        write(1);
        pass(Duration.ofSeconds(1));
        assertThat(numbers(buffer.take())).containsExactly(3, 0);
    }

    @Test
    void everyFifthIsLateAndOrderIsLost() {
        faults.set(TailBehaviour.AWS.late(5, Duration.ofSeconds(3)).shuffling());
        write(100);
        pass(Duration.ofSeconds(1));
        assertThat(numbers(buffer.take())).hasSize(80).isNotEqualTo(numbers(buffer.take()));
        pass(Duration.ofSeconds(2));
        assertThat(buffer.hasWaiting()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(numbers(buffer.take())).hasSize(20).allMatch(n -> n % 5 == 4);
    }

    private static List<Integer> numbers(LiveTailBuffer.Update update) {
        return update.events().stream()
                .map(e -> Integer.parseInt(e.message().substring(1)))
                .toList();
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
