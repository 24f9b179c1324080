package io.atalaya.ui.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.watch.TargetSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day of 100 minutes, so that shares are minutes. */
class StripSegmentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");
    private static final Duration DAY = Duration.ofMinutes(100);

    private static Instant at(int minute) {
        return NOW.minus(DAY).plus(Duration.ofMinutes(minute));
    }

    private static TargetSpan span(int from, @Nullable Integer notBefore, @Nullable String state) {
        return new TargetSpan(at(from), notBefore == null ? null : at(notBefore), state, null);
    }

    private static String told(@Nullable Instant lastAnswer, TargetSpan... spans) {
        return StripSegment.of(List.of(spans), lastAnswer, NOW, DAY).stream()
                .map(each -> Math.round(each.from() * 100) + "-" + Math.round(each.to() * 100) + " "
                        + (each.state() == null ? "?" : each.state()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void beforeTheConsoleLookedNothingIsKnown() {
        assertThat(told(NOW, span(40, null, "healthy"))).isEqualTo("0-40 ?, 40-100 HEALTHY");
    }

    @Test
    void whatBeganBeforeTheDayFillsItsBeginning() {
        assertThat(told(NOW, span(-500, null, "healthy"), span(90, 90, "unhealthy")))
                .isEqualTo("0-90 HEALTHY, 90-100 FAILED");
    }

    @Test
    void aTimeWithoutAnswersIsAGap() {
        assertThat(told(NOW, span(10, null, "healthy"), span(60, 30, "unhealthy")))
                .isEqualTo("0-10 ?, 10-30 HEALTHY, 30-60 ?, 60-100 FAILED");
        assertThat(told(at(80), span(10, null, "healthy"))).isEqualTo("0-10 ?, 10-80 HEALTHY, 80-100 ?");
    }

    @Test
    void whoWasNotRegisteredWasNothing() {
        assertThat(told(NOW, span(0, null, "healthy"), span(50, 50, null), span(70, 70, "initial")))
                .isEqualTo("0-50 HEALTHY, 50-70 ?, 70-100 CHANGING");
    }

    @Test
    void aTargetNobodyEverSawHasAnEmptyDay() {
        assertThat(told(null)).isEqualTo("0-100 ?");
        assertThat(StripSegment.of(List.of(), null, NOW, DAY))
                .extracting(StripSegment::state)
                .containsOnlyNulls();
    }
}
