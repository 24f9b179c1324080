package io.atalaya.ui.acting;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.desk.Entry;
import io.atalaya.noc.desk.Signal;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.noc.signals.Corrections;
import io.atalaya.practice.Drill;
import io.atalaya.sandbox.scenario.Start;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * Each incident of the sandbox on the alarm desk: which entries it raises within one cadence, which act each of them offers, and
 * that they are over when it is. Findings, items of the board, probes and AWS's own events together.
 */
class ScenariosOnTheDeskTest {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped();

    private final Desk desk = new Desk("here");
    private DeskState state = DeskState.EMPTY;

    private List<Signal> look(Drill drill) {
        var now = drill.time.instant();
        var signals = AllSignals.of(drill.newest(), Board.of(drill.newest(), CATALOGUE, now), now);
        state = desk.look(state, signals, now).state();
        return signals.all();
    }

    private static Set<String> keys(List<Signal> signals) {
        return signals.stream().map(Signal::key).collect(Collectors.toSet());
    }

    /** The acts that the desk offers for an entry: those of the resource that suit its kind. */
    private static List<String> acts(Signal signal, Drill drill) {
        var on = signal.on();
        if (on == null) {
            return List.of();
        }
        var all =
                ActsFor.of(on, drill.newest()).stream().map(offer -> offer.key().substring("operate.act.".length()));
        var suitable = Corrections.of(signal.kind(), CATALOGUE::item);
        return all.filter(suitable::contains).toList();
    }

    /**
     * The seconds are those until the wire shows it and one cadence of the source that tells. An act is the one that a person
     * would look for; none is named where nothing in AWS's operations of this console mends it.
     */
    @ParameterizedTest
    @CsvSource({
        "checkop, zone-outage, 125, TARGET_UNHEALTHY>DeregisterTarget ZONE_NOT_SERVED>RegisterTarget"
                + " INSTANCE_CHECK_FAILED>RebootInstance item.ping>RebootInstance",
        "citsmart, zone-outage, 60, TARGET_UNHEALTHY>DeregisterTarget DATABASE_INTERRUPTED>RebootDatabase",
        "citsmart, zone-outage, 125, ZONE_IMPAIRED RDS_EVENT item.ping>RebootInstance",
        "checkop, target-answers-503, 40, TARGET_UNHEALTHY>RebootInstance",
        "checkop, target-hangs, 40, TARGET_UNHEALTHY>RebootInstance",
        "checkop, target-gone, 40, TARGET_UNHEALTHY>RebootInstance",
        "checkop, target-stopped, 35, GROUP_BELOW_DESIRED>ResizeScalingGroup",
        "checkop, target-unused, 35, GROUP_NOT_IN_USE",
        "checkop, target-deregistered, 35, TARGET_WITHDRAWN>RegisterTarget",
        "checkop, database-failover, 35, DATABASE_INTERRUPTED>RebootDatabase",
        "checkop, storage-full, 140, DATABASE_FILLS>ModifyAllocatedStorage",
        "checkop, storage-full, 605, DATABASE_STATUS>ModifyAllocatedStorage",
        "checkop, file-growth, 80, FILE_SYSTEM_GROWS>ModifyLifecycle",
        "checkop, error-storm, 140, HTTP_ERRORS>StartInstanceRefresh",
        "checkop, certificate-expired, 72, CERTIFICATE_EXPIRED item.itsm-https",
        "checkop, instance-refresh, 48, SCALING_FAILED>CancelInstanceRefresh",
        "checkop, instance-refresh, 160, INSTANCE_REFRESH_FAILED>StartInstanceRefresh",
        "checkop, throttled-account, 70, SOURCES_FAILED",
    })
    void raisesEntriesWithTheirActsAndTheyAreOverWithIt(
            String deployment, String scenario, int seconds, String expected) {
        try (var drill = new Drill(deployment, true).looking()) {
            drill.time.advance(Duration.ofSeconds(150));
            var before = keys(look(drill));
            assertThat(drill.sandbox.scenarios().start(scenario)).isInstanceOf(Start.Started.class);
            drill.time.advance(Duration.ofSeconds(seconds));
            var fresh = look(drill).stream()
                    .filter(each -> !before.contains(each.key()))
                    .toList();
            var raised = new HashSet<String>();
            for (var word : Arrays.asList(expected.split(" "))) {
                var kind = word.split(">")[0];
                var its =
                        fresh.stream().filter(each -> each.kind().equals(kind)).toList();
                assertThat(its).as(kind + " among " + fresh).isNotEmpty();
                if (word.contains(">")) {
                    assertThat(its)
                            .anySatisfy(each -> assertThat(acts(each, drill)).contains(word.split(">")[1]));
                }
                // what AWS said once stays said until somebody has seen it
                its.stream().filter(each -> !kind.equals("RDS_EVENT")).forEach(each -> raised.add(each.key()));
            }
            assertThat(state.queue().stream().map(Entry::key)).containsAll(raised);

            drill.sandbox.scenarios().stop();
            drill.doze(Duration.ofMinutes(patience(scenario)));
            assertThat(keys(look(drill))).doesNotContainAnyElementsOf(raised);
            assertThat(state.queue())
                    .filteredOn(each -> raised.contains(each.key()))
                    .as("over, and held until somebody has seen it")
                    .allMatch(Entry::held);
        }
    }

    /** The act itself clears it, not the end of the incident. */
    @Test
    void registeringATargetThatWasWithdrawnClearsIt() {
        try (var drill = new Drill("checkop", true).looking()) {
            drill.time.advance(Duration.ofSeconds(150));
            var before = keys(look(drill));
            drill.sandbox.scenarios().start("target-deregistered");
            drill.time.advance(Duration.ofSeconds(35));
            var withdrawn = look(drill).stream()
                    .filter(each -> each.kind().equals("TARGET_WITHDRAWN"))
                    .findFirst()
                    .orElseThrow();
            var draining = drill.newest().items(Parts.TARGETS).stream()
                    .filter(each -> each.state().equals("draining"))
                    .toList();
            assertThat(acts(withdrawn, drill))
                    .filteredOn("RegisterTarget"::equals)
                    .hasSameSizeAs(draining);

            var world = drill.sandbox.world();
            draining.forEach(each -> world.change(() -> world.targets()
                    .register(
                            each.targetGroupArn(),
                            TargetDescription.builder()
                                    .id(each.targetId())
                                    .port(each.port())
                                    .build())));
            drill.time.advance(Duration.ofMinutes(2));
            assertThat(keys(look(drill))).doesNotContain(withdrawn.key());
            assertThat(keys(look(drill)).stream().filter(each -> !before.contains(each)))
                    .noneMatch(each -> each.contains("TARGET"));
        }
    }

    /** Minutes until AWS has healed: EFS meters by the hour, Auto Scaling drains before it replaces. */
    private static int patience(String scenario) {
        return switch (scenario) {
            case "file-growth" -> 75;
            case "target-stopped" -> 11;
            default -> 4;
        };
    }
}
