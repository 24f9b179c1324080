package io.atalaya.deployment.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainingTest {
    private static final Instant SEEN = Instant.parse("2026-11-24T19:00:00Z");

    @ParameterizedTest
    @CsvSource({"5, true", "20, true", "21, false", "3600, false"})
    void isSeenToBeginWhereTheAnswerBeforeIsCloseBy(int gap, boolean seen) {
        assertThat(Draining.of(SEEN, SEEN.minusSeconds(gap), 300).seenToBegin()).isEqualTo(seen);
    }

    @Test
    void whatWasDrainingAlreadyMayEndEarlier() {
        var draining = Draining.of(SEEN, null, 120);
        assertThat(draining.seenToBegin()).isFalse();
        assertThat(draining.left(SEEN.plusSeconds(20))).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void nothingIsLeftWhenTheDelayIsOver() {
        assertThat(Draining.of(SEEN, null, 120).left(SEEN.plusSeconds(121))).isZero();
    }
}
