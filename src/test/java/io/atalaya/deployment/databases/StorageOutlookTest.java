package io.atalaya.deployment.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.MetricPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StorageOutlookTest {
    private static final Instant NOW = Instant.parse("2026-11-24T19:00:00Z");
    private static final double GIB = 1024.0 * 1024 * 1024;

    /** Free GiB at so many steps before now, oldest first. */
    private static List<MetricPoint> free(int steps, Duration step, IntToDoubleFunction gib) {
        var points = new ArrayList<MetricPoint>();
        for (var ago = steps; ago >= 0; ago--) {
            points.add(new MetricPoint(NOW.minus(step.multipliedBy(ago)), gib.applyAsDouble(ago) * GIB));
        }
        return points;
    }

    private static Growth twoWeeks(double gibPerDay, double noise) {
        return Growth.ofFree(
                        free(336, Duration.ofHours(1), ago -> 61.4 + gibPerDay * ago / 24 + noise * (ago % 2)), 217)
                .orElseThrow();
    }

    private static StorageOutlook outlook(
            double used, int allocated, @Nullable Integer maximum, @Nullable Growth growth) {
        return new StorageOutlook(used, allocated, maximum, growth, NOW);
    }

    @Test
    void theDayOnWhichRoomIsAddedAndTheDayOnWhichItIsFull() {
        var storage = outlook(155.6, 217, 1000, twoWeeks(0.68, 0));

        assertThat(storage.growsAtGib()).hasValueSatisfying(at -> assertThat(at).isBetween(195.2, 195.4));
        assertThat(storage.untilGrowth())
                .hasValueSatisfying(left -> assertThat(left.toDays()).isEqualTo(58));
        assertThat(storage.untilFull())
                .hasValueSatisfying(left -> assertThat(left.toDays()).isBetween(1241L, 1242L));
        assertThat(storage.growth()).satisfies(growth -> {
            assertThat(growth.over()).isEqualTo(Duration.ofDays(14));
            assertThat(growth.points()).isEqualTo(337);
            assertThat(growth.pace()).isEqualTo(Growth.Pace.STEADY);
        });
    }

    @Test
    void withoutAutoscalingItIsFullWhenWhatIsAllocatedIs() {
        var storage = outlook(155.6, 217, null, twoWeeks(0.68, 0));
        assertThat(storage.untilGrowth()).isEmpty();
        assertThat(storage.untilFull())
                .hasValueSatisfying(left -> assertThat(left.toDays()).isEqualTo(90));
    }

    @Test
    void noiseIsNoGrowth() {
        var growth = twoWeeks(0, 0.04);
        var storage = outlook(155.6, 217, 1000, growth);
        assertThat(storage.stands()).isTrue();
        assertThat(storage.untilFull()).isEmpty();
    }

    @Test
    void onlyWhatCameAfterRoomWasAddedCounts() {
        var points = free(336, Duration.ofHours(1), ago -> (ago > 100 ? 20 : 61.4) + 0.68 * ago / 24);
        var growth = Growth.ofFree(points, 217).orElseThrow();
        assertThat(growth.gibPerDay()).isBetween(0.67, 0.69);
        assertThat(growth.points()).isEqualTo(101);
    }

    @Test
    void lessThanADayIsRoughAndLessThanHalfAnHourNothing() {
        assertThat(Growth.ofFree(free(55, Duration.ofMinutes(1), ago -> 61 + ago * 0.0005), 217))
                .hasValueSatisfying(growth -> {
                    assertThat(growth.pace()).isEqualTo(Growth.Pace.ROUGH);
                    assertThat(growth.over()).isEqualTo(Duration.ofMinutes(55));
                });
        assertThat(Growth.ofFree(free(20, Duration.ofMinutes(1), ago -> 61 + ago), 217))
                .isEmpty();
        assertThat(Growth.ofFree(List.of(), 217)).isEmpty();
    }

    @Test
    void whatFallsWithinMinutesIsForecastAgainstWhatIsAllocated() {
        var minutes = free(60, Duration.ofMinutes(1), ago -> ago > 5 ? 61 : 31 + 6 * ago);
        var growth = Growth.sudden(minutes, 217).orElseThrow();
        var storage = outlook(186, 217, 1000, growth);
        assertThat(growth.pace()).isEqualTo(Growth.Pace.SUDDEN);
        assertThat(storage.untilFull())
                .hasValueSatisfying(left -> assertThat(left).isLessThan(Duration.ofMinutes(7)));
        assertThat(Growth.sudden(free(60, Duration.ofMinutes(1), ago -> 61 + ago * 0.0005), 217))
                .isEmpty();
    }

    @Test
    void whatWasNotMeasuredIsNotForecast() {
        var storage = new StorageOutlook(null, 217, 1000, twoWeeks(0.68, 0), null);
        assertThat(storage.untilFull()).isEmpty();
        assertThat(storage.usedShare()).isEmpty();
        assertThat(outlook(155.6, 217, 1000, null).untilFull()).isEmpty();
    }

    @Test
    void sharedStorageHasNoEnd() {
        var storage = new StorageOutlook(430.0, 0, null, twoWeeks(1.3, 0), NOW);
        assertThat(storage.shared()).isTrue();
        assertThat(storage.untilFull()).isEmpty();
        assertThat(storage.usedShare()).isEmpty();
    }
}
