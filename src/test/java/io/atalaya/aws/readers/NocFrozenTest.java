package io.atalaya.aws.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Looked.Why;
import io.atalaya.noc.items.Place;
import io.atalaya.noc.items.Reading;
import io.atalaya.sandbox.server.fault.Fault;
import io.atalaya.sandbox.server.fault.FaultMatch;
import io.atalaya.sandbox.server.route.AwsService;
import io.atalaya.sandbox.world.metrics.MetricKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A collector that stands still: within two cadences nothing that it feeds is drawn as well, and what others feed is. */
class NocFrozenTest {
    /** Two of the minutes in which values are asked for, and the tenth of one that an answer may be late. */
    private static final Duration TWO_CADENCES = Duration.ofSeconds(127);

    static Stream<Fault> faults() {
        return Stream.of(new Fault.ServerError(500), new Fault.Denied("*"), new Fault.MalformedBody());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whoeverReadsIsFrozen(Fault fault) {
        try (var wire = wire()) {
            assertThat(fedByMetrics(wire)).hasSizeGreaterThan(100).allMatch(each -> each.level() == Level.OK);

            wire.sandbox.faults().plan(FaultMatch.of(AwsService.CLOUDWATCH, "GetMetricData"), fault);
            wire.time.advance(TWO_CADENCES);

            assertThat(fedByMetrics(wire)).hasSizeGreaterThan(100).allSatisfy(each -> {
                assertThat(each.level()).isEqualTo(Level.STALE);
                assertThat(each.hasValue()).isTrue();
            });
            assertThat(board(wire).item("ping").orElseThrow().readings())
                    .filteredOn(each -> each.metric() == null)
                    .as("what AWS says of states is read by others")
                    .isNotEmpty()
                    .allMatch(each -> each.level() == Level.OK);

            wire.sandbox.faults().clear();
            wire.loop().askNow(Set.of(Parts.METRICS, Parts.NOC_SERIES));
            wire.time.advance(Duration.ofSeconds(5));
            assertThat(fedByMetrics(wire)).allMatch(each -> each.level() == Level.OK);
        }
    }

    /** All that is asked from now on gets no answer. */
    @Test
    void whoeverReadsHangs() {
        try (var wire = wire()) {
            wire.time.hold();
            wire.time.advance(TWO_CADENCES);

            assertThat(fedByMetrics(wire)).hasSizeGreaterThan(100).allMatch(each -> each.level() == Level.STALE);
        }
    }

    @Test
    void anAgentIsFrozen() {
        try (var wire = wire()) {
            var host = host(wire, "citsmart-app-1a");
            silence(
                    wire,
                    key -> key.namespace().equals("CWAgent")
                            && host.equals(key.dimensions().get("InstanceId")));
            var before = memory(wire, host);
            assertThat(before.level()).isEqualTo(Level.OK);

            // the minute that runs is measured to its end
            wire.time.advance(before.cadence().multipliedBy(2).plusMinutes(1));

            assertThat(board(wire).places().stream()
                            .flatMap(place -> board(wire).at(place).stream())
                            .filter(each -> isAt(each.place(), host) && each.metric() != null)
                            .filter(each -> Objects.requireNonNull(each.metric())
                                    .namespace()
                                    .equals("CWAgent")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(each -> assertThat(each.level()).isEqualTo(Level.STALE));
            assertThat(board(wire).item("memory").orElseThrow().readings())
                    .filteredOn(each -> !isAt(each.place(), host))
                    .hasSize(5)
                    .allMatch(each -> each.level() == Level.OK);
            assertThat(at(wire, "cpu", host).level())
                    .as("EC2 measures it from outside")
                    .isEqualTo(Level.OK);

            wire.doze(Duration.ofMinutes(70));
            assertThat(memory(wire, host).level()).isEqualTo(Level.NO_DATA);
            assertThat(memory(wire, host).looked().getFirst().why()).isEqualTo(Why.NO_POINTS);
        }
    }

    @Test
    void aContainerIsGoneAndAnotherHostsDockerIsSilent() {
        try (var wire = wire()) {
            var gone = host(wire, "citsmart-srv-1b");
            var silent = host(wire, "citsmart-srv-1c");
            silence(
                    wire,
                    key -> key.namespace().equals("CITSmart/Docker")
                            && (silent.equals(key.dimensions().get("InstanceId"))
                                    || (gone.equals(key.dimensions().get("InstanceId"))
                                            && "citSOLR".equals(key.dimensions().get("ContainerName")))));

            wire.time.advance(Duration.ofMinutes(5));

            var readings = board(wire).item("containers").orElseThrow().readings();
            assertThat(readings)
                    .filteredOn(each -> isAt(each.place(), gone))
                    .hasSize(3)
                    .allSatisfy(each -> {
                        var solr = "citSOLR".equals(each.place().part());
                        assertThat(each.level()).isEqualTo(solr ? Level.CRITICAL : Level.OK);
                        assertThat(each.text()).isEqualTo(solr ? "missing" : "running");
                    });
            assertThat(readings)
                    .filteredOn(each -> isAt(each.place(), silent))
                    .hasSize(3)
                    .allMatch(each -> each.level() == Level.STALE);
        }
    }

    @Test
    void anExpectedContainerThatNobodyHasIsMissingFromTheDeployment() {
        var catalogue = CatalogueFile.of("noc.toml", """
                [[item]]
                id = 'containers'
                  [[item.source]]
                  container = 'ContainerName'
                  namespace = '*/Docker'
                  running = 'Running'
                  expected = ['citSMART', 'citNEVER']
                """, Set.of());
        try (var wire = wire()) {
            var readings = Board.of(wire.deployment(), catalogue, wire.time.instant())
                    .item("containers")
                    .orElseThrow()
                    .readings();

            assertThat(readings)
                    .filteredOn(each -> each.level() == Level.CRITICAL)
                    .singleElement()
                    .satisfies(each -> {
                        assertThat(each.place().part()).isEqualTo("citNEVER");
                        assertThat(each.place().whole()).isEqualTo(Place.DEPLOYMENT);
                        assertThat(each.text()).isEqualTo("missing");
                    });
        }
    }

    /** An instance whose checks fail while its agent still speaks of five minutes ago. */
    @Test
    void aZoneThatIsOutIsSaidByPing() {
        try (var wire = wire()) {
            var before = board(wire).item("ping").orElseThrow();
            assertThat(before.level()).isEqualTo(Level.OK);
            wire.sandbox.scenarios().start("zone-outage");

            wire.time.advance(Duration.ofMinutes(6));

            var after = board(wire).item("ping").orElseThrow();
            assertThat(after.level()).as(NocReadTest.table(board(wire))).isEqualTo(Level.CRITICAL);
            assertThat(after.item().acts()).contains("RebootInstance");
        }
    }

    private static Wire wire() {
        var wire = new Wire(PageSize.LARGEST, Duration.ofSeconds(20), "citsmart", CatalogueFile.shipped());
        wire.readAll();
        wire.time.advance(Duration.ofSeconds(130));
        assertThat(wire.problem(Parts.NOC_SERIES)).isNull();
        return wire;
    }

    private static Board board(Wire wire) {
        return NocReadTest.board(wire);
    }

    private static List<Reading> fedByMetrics(Wire wire) {
        return board(wire).items().stream()
                .flatMap(tile -> tile.readings().stream())
                .filter(each -> each.metric() != null)
                .toList();
    }

    private static void silence(Wire wire, Predicate<MetricKey> which) {
        var from = wire.time.instant().getEpochSecond();
        wire.sandbox.world().metrics().change(which, usual -> t -> t >= from ? Double.NaN : usual.at(t));
    }

    private static String host(Wire wire, String name) {
        return wire.items(Parts.INSTANCES).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static boolean isAt(Place place, String host) {
        return place.ref() != null && place.ref().id().equals(host);
    }

    private static Reading memory(Wire wire, String host) {
        return at(wire, "memory", host);
    }

    private static Reading at(Wire wire, String item, String host) {
        return board(wire).item(item).orElseThrow().readings().stream()
                .filter(each -> isAt(each.place(), host))
                .findFirst()
                .orElseThrow();
    }
}
