package io.atalaya.ui.noc.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChartScaleTest {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

    @Property(tries = 300)
    void theAxisHoldsEverythingAndHasFewRoundTicks(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double other,
            @ForAll @IntRange(min = 2, max = 6) int steps) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        var scale = ValueScale.of("", low, high, List.of(), steps, 10, 300);
        assertThat(scale.low()).isLessThanOrEqualTo(low + (high - low) * 1e-8);
        assertThat(scale.high()).isGreaterThanOrEqualTo(high - (high - low) * 1e-8);
        assertThat(scale.ticks().size()).isBetween(2, 2 * steps + 3);
        assertThat(scale.y(scale.low())).isEqualTo(300);
        assertThat(scale.y(scale.high())).isEqualTo(10);
    }

    @Test
    void bytesHaveBinaryTicks() {
        var scale = ValueScale.of("B", 0, 5.1 * 1024 * 1024 * 1024, List.of(), 4, 0, 100);
        var units = new ChartUnits(Locale.ENGLISH);
        assertThat(scale.ticks().stream().map(it -> units.text(it, "B")))
                .containsExactly("0 B", "2 GiB", "4 GiB", "6 GiB");
    }

    @Test
    void nothingMeasuredStillHasAnAxis() {
        var scale = ValueScale.of("%", Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, List.of(70.0), 4, 0, 100);
        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isGreaterThanOrEqualTo(70);
    }

    @Test
    void aThresholdNearIsTakenInAndOneFarAboveIsNot() {
        assertThat(ValueScale.of("%", 5, 40, List.of(70.0), 4, 0, 100).high()).isGreaterThanOrEqualTo(70);
        assertThat(ValueScale.of("%", 1, 2, List.of(90.0), 4, 0, 100).high()).isLessThan(5);
    }

    @Test
    void ticksAreRoundInTheZone() {
        var from = Instant.parse("2026-11-24T13:17:00Z");
        var scale = new TimeScale(
                from.toEpochMilli(), from.plus(Duration.ofHours(24)).toEpochMilli(), 0, 900);
        var ticks = scale.ticks(BOGOTA, 80);
        assertThat(ticks).hasSizeBetween(6, 13);
        assertThat(ticks).allMatch(it -> it.atZone(BOGOTA).getMinute() == 0);
        assertThat(ticks).anyMatch(it -> it.atZone(BOGOTA).getHour() == 0);
    }

    /** Half of the world's odd zones: Kathmandu is 5 h 45 ahead. */
    @Test
    void ticksAreRoundInAnOddZone() {
        var kathmandu = ZoneId.of("Asia/Kathmandu");
        var from = Instant.parse("2026-11-24T13:17:00Z");
        var scale = new TimeScale(
                from.toEpochMilli(), from.plus(Duration.ofHours(6)).toEpochMilli(), 0, 600);
        assertThat(scale.ticks(kathmandu, 80))
                .isNotEmpty()
                .allMatch(it -> it.atZone(kathmandu).getMinute() == 0);
    }

    /** In the night in which an hour is lost, and the one in which one comes twice. */
    @Test
    void aChangeOfTheClockBreaksNothing() {
        var chile = ZoneId.of("America/Santiago");
        for (var night : List.of("2026-04-05T00:00:00Z", "2026-09-06T00:00:00Z")) {
            var from = Instant.parse(night);
            var scale = new TimeScale(
                    from.toEpochMilli(), from.plus(Duration.ofHours(12)).toEpochMilli(), 0, 2000);
            var ticks = scale.ticks(chile, 60);
            assertThat(ticks).isSorted().doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Property(tries = 200)
    void placeAndTimeAreInverse(@ForAll @IntRange(min = 0, max = 3600) int second) {
        var from = Instant.parse("2026-11-24T13:00:00Z").toEpochMilli();
        var scale = new TimeScale(from, from + 3_600_000, 60, 60 + 3600);
        long at = from + second * 1000L;
        assertThat(Math.abs(scale.time(scale.x(at)) - at)).isLessThanOrEqualTo(1);
    }

    @Test
    void thePeriodFitsTheRangeAndWhatIsKept() {
        var now = Instant.parse("2026-11-24T19:00:00Z");
        assertThat(period(now, 1, 0)).isEqualTo(60);
        assertThat(period(now, 24, 0)).isEqualTo(60);
        assertThat(period(now, 7 * 24, 0)).isEqualTo(900);
        assertThat(period(now, 30 * 24, 0)).isEqualTo(3600);
        assertThat(period(now, 1, 16))
                .as("points of a minute are gone after 15 days")
                .isEqualTo(300);
        assertThat(period(now, 1, 64)).as("those of five minutes after 63").isEqualTo(3600);
    }

    private static int period(Instant now, int hours, int daysAgo) {
        var to = now.minus(Duration.ofDays(daysAgo));
        return ChartPeriod.of(to.minus(Duration.ofHours(hours)), to, now);
    }

    @Test
    void periodsBeginWhereCloudWatchBeginsThem() {
        var floor = ChartPeriod.floor(Instant.parse("2026-11-24T19:03:39Z"), 900);
        assertThat(floor.atOffset(ZoneOffset.UTC).toString()).isEqualTo("2026-11-24T19:00Z");
    }
}
