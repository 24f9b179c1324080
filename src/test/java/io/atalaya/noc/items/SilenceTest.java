package io.atalaya.noc.items;

import static io.atalaya.noc.items.BoardRulesTest.MEMORY;
import static io.atalaya.noc.items.BoardRulesTest.MINUTE;
import static io.atalaya.noc.items.BoardRulesTest.NOW;
import static io.atalaya.noc.items.BoardRulesTest.SHIPPED;
import static io.atalaya.noc.items.BoardRulesTest.host;
import static io.atalaya.noc.items.BoardRulesTest.series;
import static io.atalaya.noc.items.BoardRulesTest.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.MetricId;
import io.atalaya.deployment.MetricName;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.noc.catalogue.ContainersSource;
import io.atalaya.noc.items.Looked.Why;
import io.atalaya.noc.signals.AllSignals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of what says nothing, in part or altogether. */
class SilenceTest {
    /** Reads and writes together: reads alone are no sum. */
    @Test
    void aSumOfWhichOneFellSilentIsNotASum() {
        var silent = NOW.minus(MINUTE.multipliedBy(10));
        var whole = io(host(List.of(series(ebs("Read"), NOW, 60_000), series(ebs("Write"), NOW, 30_000)), NOW));
        assertThat(whole.value()).isEqualTo(1_500);
        assertThat(whole.level()).isEqualTo(Level.OK);

        var both = new MetricSeries(
                ebs("Write"),
                60,
                IntStream.range(0, 5)
                        .mapToObj(i -> new MetricPoint(
                                silent.truncatedTo(ChronoUnit.MINUTES).minus(MINUTE.multipliedBy(5 - i)), 30_000))
                        .toList(),
                false);
        var reads = new MetricSeries(
                ebs("Read"),
                60,
                IntStream.range(0, 15)
                        .mapToObj(i -> new MetricPoint(
                                NOW.truncatedTo(ChronoUnit.MINUTES).minus(MINUTE.multipliedBy(15 - i)),
                                i < 8 ? 60_000 : 6_000))
                        .toList(),
                false);
        var lost = io(host(List.of(reads, both), NOW));
        assertThat(lost.level()).isEqualTo(Level.STALE);
        assertThat(lost.value()).as("the last that both told").isEqualTo(1_500);
        assertThat(lost.at()).isEqualTo(silent.truncatedTo(ChronoUnit.MINUTES));

        var enough = io(host(List.of(series(ebs("Read"), NOW, 800_000), both), NOW));
        assertThat(enough.level()).as("bad without the other").isEqualTo(Level.CRITICAL);
        assertThat(enough.partial()).isTrue();
    }

    private static MetricId ebs(String what) {
        return new MetricId("AWS/EC2", "EBS" + what + "Ops", Map.of("InstanceId", "i-1"), "Sum");
    }

    private static Reading io(Deployment deployment) {
        return Board.of(deployment, SHIPPED, NOW).item("disk-io").orElseThrow().worst();
    }

    /** Metrics may be read and not listed: that a guessed name has none does not mean that nobody publishes it. */
    @Test
    void whereMetricsMayNotBeListedEveryItemOfAHostSaysSo() {
        var denied = new Problem(
                Problem.Kind.DENIED,
                "cloudwatch:ListMetrics",
                "AccessDenied",
                "no",
                "r",
                "cloudwatch:ListMetrics",
                NOW);
        var host = host(List.of(), NOW);
        var names = Observed.<Listing<MetricName>>never(MINUTE).failed(denied, NOW);
        var asked = host.with(Parts.METRIC_NAMES, names);
        var answered = with(
                asked,
                Parts.NOC_SERIES,
                SeriesPlan.of(asked, SHIPPED, NOW).ids().stream()
                        .map(id -> new MetricSeries(id, 60, List.of(), false))
                        .toList());

        var ofAgent = List.of("memory", "load", "swap", "total-processes", "disks", "jvm-eden", "containers");
        assertThat(ofAgent).allSatisfy(id -> {
            var worst = Board.of(answered, SHIPPED, NOW).item(id).orElseThrow().worst();
            assertThat(worst.level()).as(id).isEqualTo(Level.NO_DATA);
            assertThat(worst.isUnknown()).as(id).isTrue();
            assertThat(worst.looked()).as(id).anySatisfy(looked -> {
                assertThat(looked.why()).isEqualTo(Why.DENIED);
                assertThat(looked.problem()).isEqualTo(denied);
            });
            assertThat(worst.looked()).as(id).extracting(Looked::why).doesNotContain(Why.NOT_PUBLISHED);
        });
    }

    /** A container that had stopped when it was last heard of is not running. */
    @Test
    void aContainerThatFellSilentIsCalledWhatItWas() {
        var silent = NOW.minus(MINUTE.multipliedBy(10));
        assertThat(containers(0, silent).text()).isEqualTo("stopped");
        assertThat(containers(0, silent).level()).isEqualTo(Level.STALE);
        assertThat(containers(1, silent).text()).isEqualTo("running");
    }

    private static Reading containers(double running, Instant end) {
        var source = (ContainersSource) SHIPPED.item("containers").orElseThrow().sources().stream()
                .filter(ContainersSource.class::isInstance)
                .findFirst()
                .orElseThrow();
        var id = new MetricId(
                source.namespace().text().replace("*", "Site"),
                source.running(),
                Map.of("InstanceId", "i-1", source.dimension(), "citsmart"),
                "Minimum");
        return Board.of(host(List.of(series(id, end, running)), NOW), SHIPPED, NOW)
                .item("containers")
                .orElseThrow()
                .readings()
                .stream()
                .filter(each -> "citsmart".equals(each.place().part()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBoardThatStandsStillSaysOfEveryValueThatItIsTheLast() {
        var board = Board.of(host(List.of(series(MEMORY, NOW, 97)), NOW), SHIPPED, NOW);
        assertThat(board.standsStill(NOW.plus(Board.MADE_AGAIN_WITHIN))).isFalse();
        assertThat(board.standsStill(NOW.plus(Board.MADE_AGAIN_WITHIN).plusMillis(1)))
                .isTrue();
        var last = board.lastKnown();
        assertThat(last.item("memory").orElseThrow().level()).isEqualTo(Level.STALE);
        assertThat(last.item("memory").orElseThrow().worst().value()).isEqualTo(97);
        assertThat(last.item("load").orElseThrow()).isEqualTo(board.item("load").orElseThrow());
        assertThat(last.items()).allMatch(tile -> tile.readings().stream()
                .noneMatch(each -> each.hasValue() && each.level() != Level.STALE));
        assertThat(last.counts().lastKnown()).isPositive();
    }

    /** Two sites of which one is told of no more: the other does not speak for it, and what rang for it is not over. */
    @Test
    void aSiteThatFellSilentBesideOneThatSpeaks() {
        var shop = new MetricId("Site/HTTP", "StatusCode", Map.of("Check", "shop-https"), "Maximum");
        var desk = new MetricId("Site/HTTP", "StatusCode", Map.of("Check", "desk-https"), "Maximum");
        var both = host(List.of(series(shop, NOW, 503), series(desk, NOW, 200)), NOW);
        assertThat(sites(both)).extracting(Reading::level).containsExactlyInAnyOrder(Level.CRITICAL, Level.OK);

        var lost = host(List.of(new MetricSeries(shop, 60, List.of(), false), series(desk, NOW, 200)), NOW);
        var readings = sites(lost);
        assertThat(readings).extracting(each -> each.place().name()).contains("shop-https", "desk-https");
        assertThat(readings)
                .filteredOn(each -> each.place().name().equals("shop-https"))
                .singleElement()
                .satisfies(each -> assertThat(each.isUnknown()).isTrue());
        var key = "item "
                + readings.stream()
                        .filter(each -> each.place().name().equals("shop-https"))
                        .findFirst()
                        .orElseThrow()
                        .key();
        assertThat(AllSignals.of(both, Board.of(both, SHIPPED, NOW), NOW).all())
                .anySatisfy(each -> assertThat(each.key()).isEqualTo(key));
        assertThat(AllSignals.of(lost, Board.of(lost, SHIPPED, NOW), NOW).blindKeys())
                .contains(key);
    }

    private static List<Reading> sites(Deployment deployment) {
        return Board.of(deployment, SHIPPED, NOW)
                .item("itsm-https")
                .orElseThrow()
                .readings();
    }
}
