package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Instance;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.practice.Drill;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/** What the desk offers where no act on AWS mends what is wrong: the nearest that helps, and words that say what to do. */
class DeskActsTest {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped();
    private static final Texts TEXTS = new Texts(
            Locale.ENGLISH,
            List.of(
                    "io.atalaya.ui.common.common",
                    "io.atalaya.ui.overview.overview",
                    "io.atalaya.noc.noc",
                    "io.atalaya.noc.desk.desk",
                    "io.atalaya.ui.noc.chart.chart",
                    "io.atalaya.ui.noc.noc"));

    private final Contexts world = new Contexts();

    /** Each type of resource offers a few acts, suitable and not. */
    private static final class Some implements Acts {
        private static final Map<ResourceType, List<String>> BY_TYPE = Map.of(
                ResourceType.INSTANCE, List.of("StopInstance", "RebootInstance", "DeregisterTarget", "CreateTag"),
                ResourceType.SCALING_GROUP, List.of("SuspendProcesses", "ResizeScalingGroup", "CreateTag"),
                ResourceType.LISTENER, List.of("CreateTag"));

        @Override
        public List<Offer> on(ResourceRef resource) {
            return BY_TYPE.getOrDefault(resource.type(), List.of()).stream()
                    .map(each -> new Offer("operate.act." + each, each, node -> {}))
                    .toList();
        }

        @Override
        public ObservableValue<Boolean> armed() {
            return new SimpleBooleanProperty(false);
        }
    }

    private List<DeskRow> rows(Drill drill) {
        var now = drill.time.instant();
        world.acts = new Some();
        world.deployment.set(drill.newest());
        var state = new Desk("here")
                .look(
                        DeskState.EMPTY,
                        AllSignals.of(drill.newest(), Board.of(drill.newest(), CATALOGUE, now), now),
                        now)
                .state();
        return new DeskRows(TEXTS, ZoneOffset.UTC).of(state, DeskRows.Page.OPEN, now);
    }

    private Stream<DeskRow> of(String kind, Drill drill) {
        return rows(drill).stream().filter(each -> each.kind().equals(kind));
    }

    private List<Acts.Offer> offers(DeskRow row) {
        return new DeskActs(world.context(TEXTS), CATALOGUE::item, AlarmPasts.NONE, Runnable::run).of(row);
    }

    private Drill begun(String deployment, String scenario, int seconds) {
        var drill = new Drill(deployment, true).looking();
        drill.time.advance(Duration.ofSeconds(150));
        drill.sandbox.scenarios().start(scenario);
        drill.time.advance(Duration.ofSeconds(seconds));
        return drill;
    }

    @Test
    void ofAZoneItsGroupsAndItsMachinesThatFail() {
        try (var drill = begun("citsmart", "zone-outage", 125)) {
            var row = of("ZONE_IMPAIRED", drill).findFirst().orElseThrow();
            var zone = row.key().substring(row.key().lastIndexOf(' ') + 1);
            var there = drill.newest().items(Parts.INSTANCES).stream()
                    .filter(each -> each.zone().equals(zone))
                    .map(Instance::name)
                    .toList();
            assertThat(there).isNotEmpty();
            assertThat(offers(row))
                    .isNotEmpty()
                    .allMatch(each -> each.key().equals("operate.act.ResizeScalingGroup")
                            || (each.key().equals("operate.act.DeregisterTarget")
                                    && there.stream().anyMatch(each.title()::endsWith)));
            assertThat(offers(row)).anyMatch(each -> each.key().equals("operate.act.DeregisterTarget"));
            assertThat(row.runbook()).contains("no act mends it");
        }
    }

    @Test
    void ofWhatIsNotSeenToAskAgainAndThenItIsSeen() {
        try (var drill = begun("checkop", "throttled-account", 70)) {
            var row = of("SOURCES_FAILED", drill).findFirst().orElseThrow();
            assertThat(row.runbook()).contains("ask again");
            var offer = offers(row);
            assertThat(offer).singleElement().satisfies(each -> assertThat(each.title())
                    .isEqualTo("Ask again now"));
            drill.sandbox.scenarios().stop(); // somebody found the script
            world.asked.clear();
            offer.getFirst().open().accept(new Pane());
            assertThat(world.asked).singleElement().satisfies(parts -> {
                assertThat(parts)
                        .isNotEmpty()
                        .allMatch(each -> drill.newest().observed(each).problem() != null);
                drill.askNow(parts);
            });
            drill.time.settle();
            assertThat(of("SOURCES_FAILED", drill)).isEmpty();
        }
    }

    @Test
    void ofACertificateNothingUntilAPersonImportsTheNext() {
        try (var drill = begun("checkop", "certificate-expired", 72)) {
            var row = of("CERTIFICATE_EXPIRED", drill).findFirst().orElseThrow();
            assertThat(offers(row)).isEmpty();
            assertThat(row.runbook()).contains("imported again").contains("private keys");
            var world = drill.sandbox.world();
            var old = world.ask(() -> world.certificates().describe(world.now())).stream()
                    .filter(each -> each.notAfter().isBefore(drill.time.instant()))
                    .findFirst()
                    .orElseThrow();
            world.change(() -> world.certificates()
                    .importedFor(
                            old.certificateArn(),
                            old.domainName(),
                            drill.time.instant().plus(Duration.ofDays(365))));
            drill.time.advance(Duration.ofMinutes(4));
            assertThat(of("CERTIFICATE_EXPIRED", drill)).isEmpty();
            assertThat(drill.sandbox.scenarios().course().orElseThrow().stoppedAt())
                    .as("the incident still runs")
                    .isNull();
        }
    }

    @Test
    void ofAGroupOutOfUseNothingThatDoesNotHelp() {
        try (var drill = begun("checkop", "target-unused", 35)) {
            var row = of("GROUP_NOT_IN_USE", drill).findFirst().orElseThrow();
            assertThat(offers(row)).isEmpty();
            assertThat(row.runbook()).contains("points the rule back");
        }
    }
}
