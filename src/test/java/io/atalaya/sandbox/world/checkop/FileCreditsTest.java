package io.atalaya.sandbox.world.checkop;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.world.Asker;
import io.atalaya.sandbox.world.ManualClock;
import io.atalaya.sandbox.world.Story;
import io.atalaya.sandbox.world.metrics.Datapoint;
import io.atalaya.sandbox.world.metrics.MetricKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ChOp-Temp may burst with does not hang on when somebody looks: it earns more than it uses at every hour of a week. */
class FileCreditsTest {
    private static final double KIB = 1024.0;
    private static final double GIB = KIB * KIB * KIB;
    private static final Duration HOUR = Duration.ofHours(1);

    static Stream<Instant> everyHourOfAWeek() {
        return IntStream.range(0, 7 * 24).mapToObj(i -> ManualClock.PICTURE.plus(HOUR.multipliedBy(i)));
    }

    @ParameterizedTest
    @MethodSource("everyHourOfAWeek")
    void theBalanceIsFull(Instant now) {
        var aws = new Asker(Story.CALM, now);
        var earned =
                50 * KIB * mean(aws, "StorageBytes", Map.of("StorageClass", "Standard"), HOUR.multipliedBy(2)) / GIB;
        var used = points(aws, "MeteredIOBytes", Map.of(), HOUR).stream()
                .mapToDouble(it -> it.value() / 60)
                .max()
                .orElseThrow();
        assertThat(used).isPositive().isLessThan(earned / 3);
        assertThat(points(aws, "BurstCreditBalance", Map.of(), HOUR))
                .hasSizeGreaterThan(50)
                .extracting(Datapoint::value)
                .containsOnly(2.1 * 1024 * GIB);
    }

    private static double mean(Asker aws, String name, Map<String, String> more, Duration before) {
        return points(aws, name, more, before).stream()
                .mapToDouble(Datapoint::value)
                .average()
                .orElseThrow();
    }

    private static List<Datapoint> points(Asker aws, String name, Map<String, String> more, Duration before) {
        var dimensions = new HashMap<>(more);
        dimensions.put("FileSystemId", Ids.FILE_SYSTEM);
        var metrics = aws.world().metrics();
        var now = aws.clock().instant();
        var series = metrics.find(new MetricKey("AWS/EFS", name, dimensions)).orElseThrow();
        return metrics.read(series, "Average", series.resolution(), now.minus(before), now, now);
    }
}
