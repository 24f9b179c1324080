package io.atalaya.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AwsClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> here = new AtomicReference<>(NOON);
    private final AtomicReference<@Nullable Duration> difference = new AtomicReference<>();
    private final AwsClock clock = new AwsClock(here::get, difference::get);

    private Instant after(int seconds) {
        here.set(NOON.plusSeconds(seconds));
        return clock.instant();
    }

    @Test
    void isThisComputersWhileNothingElseIsKnown() {
        assertThat(after(0)).isEqualTo(NOON);
        assertThat(after(60)).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aClockThatIsAheadIsPutBackAndStaysEven() {
        difference.set(Duration.ofMillis(-150_200));
        assertThat(after(0)).isEqualTo(NOON.minusMillis(150_200));
        difference.set(Duration.ofMillis(-149_700)); // the header's rounding
        assertThat(after(10)).isEqualTo(NOON.plusSeconds(10).minusMillis(150_200));
    }

    @Test
    void aFewSecondsAreNotAClocksFault() {
        difference.set(Duration.ofMillis(2_900));
        assertThat(after(0)).isEqualTo(NOON);
    }

    @Test
    void aClockThatWasSetRightIsTaken() {
        difference.set(Duration.ofMinutes(-3));
        assertThat(after(0)).isEqualTo(NOON.minusSeconds(180));
        difference.set(Duration.ofMillis(300));
        assertThat(after(10)).isEqualTo(NOON.plusSeconds(10));
    }
}
