package io.atalaya.deployment.files;

import static io.atalaya.deployment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.atalaya.deployment.CheckOp;
import io.atalaya.deployment.CheckopSample;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.FilePolicies;
import io.atalaya.deployment.FileSystem;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Sample;
import io.atalaya.deployment.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSystemRulesTest {
    private static final double GIB = 1024.0 * 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "200 GB, 200",
        "200GB, 200",
        "200 GiB, 200",
        "200 g, 200",
        "'1,5 TiB', 1536",
        "0.5 TB, 512",
        "512 MB, 0.5",
    })
    void aPlannedSizeIsReadAsPeopleWriteIt(String text, double gib) {
        assertThat(PlannedSize.parse(text).orElseThrow()).isCloseTo(gib * GIB, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"''", "much", "-200 GB", "0 GB", "200", "200 GB or so", "9999999999999999 GB", "1.2.3 GB"})
    void whatIsNoSizeIsNone(String text) {
        assertThat(PlannedSize.parse(text)).isEmpty();
    }

    @Property
    void aStraightLineGrowsByItsSlope(@ForAll @DoubleRange(min = -1e12, max = 1e12) double perDay) {
        var growth = Growth.of(sizes(56, i -> 5e12 + perDay * i / 4)).orElseThrow();
        assertThat(growth.bytesPerDay()).isCloseTo(perDay, within(1 + Math.abs(perDay) * 1e-6));
    }

    @Test
    void twoSizesOfOneDayAreNoGrowth() {
        assertThat(Growth.of(sizes(4, i -> i))).isEmpty();
        assertThat(Growth.of(List.of())).isEmpty();
    }

    /** Sizes and plans in GiB, growth in GiB a day, what is left in days. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100, -, 1, NO_PLAN, -",
                "201, 200, 1, ABOVE, -",
                "200, 200, 1, REACHES, 0",
                "100, 200, 1, REACHES, 100",
                "100, 200, 0, STAYS_BELOW, -",
                "100, 200, -3, STAYS_BELOW, -",
                "100, 200, 0.001, STAYS_BELOW, -",
                "100, 200, -, UNKNOWN, -",
            })
    void aForecastSaysWhatIsKnown(double size, Double plan, Double perDay, Forecast.Kind kind, Long days) {
        var forecast = Forecast.of(
                size * GIB,
                plan == null ? null : (Double) (plan * GIB),
                perDay == null ? null : new Growth(perDay * GIB, Duration.ofDays(14)));
        assertThat(forecast.kind()).isEqualTo(kind);
        assertThat(forecast.left()).isEqualTo(days == null ? null : Duration.ofDays(days));
    }

    @Test
    void creditsThatAreUsedUpWithinAWeekHaveATimeAndOthersHaveNone() {
        assertThat(Credits.of(minutes(i -> 100 * GIB - i * GIB)).timeToEmpty()).isEqualTo(Duration.ofMinutes(41));
        assertThat(Credits.of(minutes(i -> 2000 * GIB - i * GIB / 10)).timeToEmpty())
                .isNull();
        assertThat(Credits.of(minutes(i -> 100 * GIB + i)).timeToEmpty()).isNull();
        assertThat(Credits.of(List.of()).balance()).isNull();
    }

    @Test
    void underHalfAnHourOfCreditsTellsNoPace() {
        var half = Credits.of(points(31, 60, i -> 100 * GIB - i * GIB));
        assertThat(half.tellsPace()).isTrue();
        assertThat(half.timeToEmpty()).isEqualTo(Duration.ofMinutes(70));
        var less = Credits.of(points(30, 60, i -> 100 * GIB - i * GIB));
        assertThat(less.balance()).isEqualTo(71 * GIB);
        assertThat(less.tellsPace()).isFalse();
        assertThat(less.timeToEmpty()).isNull();
        assertThat(Credits.of(List.of()).tellsPace()).isFalse();
    }

    @Test
    void theUseOfWhatIsPermittedIsCountedMinuteByMinute() {
        var facts = only(with(
                CheckopSample.healthy(),
                metric("MeteredIOBytes", "Sum", i -> 60 * 90.0 * 1024 * 1024),
                metric("PermittedThroughput", "Average", i -> 100.0 * 1024 * 1024),
                metric("PercentIOLimit", "Average", i -> 12)));
        assertThat(facts.use().value()).isCloseTo(90, within(0.01));
        assertThat(facts.throughput().value()).isEqualTo(90.0 * 1024 * 1024);
        assertThat(kinds(facts)).contains(Remark.Kind.THROUGHPUT_HIGH).doesNotContain(Remark.Kind.IO_LIMIT_HIGH);
        assertThat(facts.condition().state()).isEqualTo(State.DEGRADED);
        assertThat(facts.condition().word()).isEqualTo("available");
    }

    @Test
    void whatWasNotMeasuredIsNotZeroAndNotGood() {
        var facts =
                only(Sample.with(Sample.empty(), Parts.FILE_SYSTEMS, List.of(Sample.fileSystem("fs-1", "available"))));
        assertThat(facts.use().value()).isNull();
        assertThat(facts.clients().state()).isEqualTo(State.UNKNOWN);
        assertThat(facts.policies()).isNull();
        assertThat(kinds(facts)).as("nothing was read, nothing is missing").isEmpty();
    }

    @Test
    void nobodyThereIsSaidOnlyWhereItWasMeasured() {
        assertThat(kinds(only(with(CheckopSample.healthy(), metric("ClientConnections", "Sum", i -> 0)))))
                .contains(Remark.Kind.NO_CLIENTS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, NO_BACKUP NO_LIFECYCLE",
                "DISABLED, AFTER_30_DAYS, NO_BACKUP",
                "ENABLED, -, NO_LIFECYCLE",
                "ENABLING, AFTER_7_DAYS, ''",
            })
    void policiesThatAreMissingAreCalledOut(String backup, String toInfrequent, String kinds) {
        var facts = only(Sample.with(
                CheckopSample.healthy(),
                Parts.FILE_POLICIES,
                List.of(new FilePolicies("fs-1", toInfrequent, null, null, backup))));
        assertThat(String.join(" ", kinds(facts).stream().map(Enum::name).toList()))
                .isEqualTo(kinds);
    }

    @Test
    void aCopyThatCannotReachWhatTheOtherCanIsShutOut() {
        var facts = FileSystems.of(CheckOp.incident()).getFirst();
        assertThat(facts.mounts()).extracting(MountFacts::zone).containsExactly("us-east-1a", "us-east-1d");
        assertThat(facts.mounts().getFirst().shutOut()).isEmpty();
        assertThat(facts.mounts().getLast().shutOut())
                .singleElement()
                .asString()
                .startsWith("AUTOChOp");
        assertThat(facts.remarks().getFirst().kind()).isEqualTo(Remark.Kind.SHUT_OUT);
        assertThat(facts.condition().state()).as("it serves the others").isEqualTo(State.DEGRADED);
    }

    @Test
    void thePlanIsTheTagOfTheFileSystem() {
        var files = Sample.fileSystem("fs-1", "available");
        var tagged = new FileSystem(
                files.id(),
                files.arn(),
                files.name(),
                files.state(),
                files.sizeBytes(),
                files.sizeMeasuredAt(),
                files.standardBytes(),
                0,
                0,
                files.performanceMode(),
                files.throughputMode(),
                null,
                true,
                NOW,
                Map.of("plannedsize", "200 GB"));
        var facts = only(Sample.with(Sample.empty(), Parts.FILE_SYSTEMS, List.of(tagged)));
        assertThat(facts.plannedBytes()).isEqualTo(200 * GIB);
        assertThat(facts.forecast().kind()).isEqualTo(Forecast.Kind.ABOVE);
        assertThat(kinds(facts)).containsExactly(Remark.Kind.ABOVE_PLAN);
    }

    private static List<Remark.Kind> kinds(FileSystemFacts facts) {
        return facts.remarks().stream().map(Remark::kind).toList();
    }

    private static FileSystemFacts only(Deployment deployment) {
        var all = FileSystems.of(deployment);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Deployment with(Deployment deployment, MetricSeries... more) {
        var all = new ArrayList<>(deployment.items(Parts.METRICS));
        all.addAll(List.of(more));
        return Sample.with(deployment, Parts.METRICS, all);
    }

    private static MetricSeries metric(String name, String statistic, IntToDoubleFunction value) {
        return new MetricSeries(
                new MetricId("AWS/EFS", name, Map.of("FileSystemId", "fs-1"), statistic), 60, minutes(value), false);
    }

    private static List<MetricPoint> minutes(IntToDoubleFunction value) {
        return points(60, 60, value);
    }

    private static List<MetricPoint> sizes(int count, IntToDoubleFunction value) {
        return points(count, 6 * 3600, value);
    }

    private static List<MetricPoint> points(int count, int apart, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MetricPoint(NOW.minusSeconds((long) apart * (count - i)), value.applyAsDouble(i)))
                .toList();
    }
}
