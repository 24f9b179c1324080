package io.atalaya.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FastClockTest {
    @Test
    void livesTwentySecondsASecond() {
        var nanos = new AtomicLong(5);
        var clock = new FastClock(Instant.EPOCH, 20, nanos::get);
        nanos.addAndGet(1_500_000_000L);
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(30));
    }
}
