package io.atalaya.ui.common;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Observed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointAgesTest {
    private static final Observed<String> ASKED = Observed.of("", NOW.minusSeconds(10), Duration.ofSeconds(60));

    /** Minutes between points and since the start of the last one; what the value's age in minutes is then. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0", "1, 6, 0", "1, 8, 7", "1, 40, 39", "5, 14, 0", "5, 20, 15"})
    void aMetricThatStoppedIsAsOldAsItsLastPoint(int apart, int last, long age) {
        var observed = PointAges.of(ASKED, points(10, apart, last));
        assertThat(observed.age(NOW).orElseThrow().toMinutes()).isEqualTo(age);
        assertThat(observed.freshness(NOW)).isEqualTo(age == 0 ? Freshness.CURRENT : Freshness.LAST_KNOWN);
    }

    @Test
    void withoutPointsOrAnAnswerNothingChanges() {
        assertThat(PointAges.of(ASKED, List.of())).isSameAs(ASKED);
        var never = Observed.<String>never(Duration.ofSeconds(60));
        assertThat(PointAges.of(never, points(2, 1, 60))).isSameAs(never);
        assertThat(PointAges.of(ASKED, points(1, 1, 9))).isSameAs(ASKED);
    }

    private static List<MetricPoint> points(int count, int apart, int last) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MetricPoint(NOW.minusSeconds(60L * (last + (count - 1 - i) * apart)), 1))
                .toList();
    }
}
