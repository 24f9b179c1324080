package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.readers.NocDeployment;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.MetricSeries;
import io.atalaya.deployment.Parts;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.items.Board;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.signals.AllSignals;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.noc.chart.ChartReads;
import io.atalaya.ui.noc.chart.ChartSaver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The view of what the console's own readers found in the sandbox. */
class NocSandboxTest extends UiTest {
    private static Deployment checkop;
    private static Deployment citsmart;

    private final Contexts world = new Contexts();
    private final MemoryDesk desk = new MemoryDesk("m.rojas", world.now::get);
    private final ObjectProperty<@Nullable Board> board = new SimpleObjectProperty<>();
    private final Catalogue catalogue = CatalogueFile.shipped();

    @BeforeAll
    static void read() throws Exception {
        checkop = NocDeployment.calm("checkop", Contexts.NOW);
        citsmart = NocDeployment.calm("citsmart", Contexts.NOW);
    }

    /** What was read anyway, whatever is asked for. */
    private void chart(ChartReads.Query query, Consumer<ChartReads.Answer> answer) {
        var known = world.deployment.get();
        answer.accept(new ChartReads.Answer.Series(query.ids().stream()
                .map(id -> java.util.stream.Stream.of(Parts.NOC_SERIES, Parts.METRICS, Parts.DATABASE_METRICS)
                        .flatMap(part -> known.items(part).stream())
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElse(new MetricSeries(id, 60, List.of(), false)))
                .toList()));
    }

    private NocController open(Locale locale, Deployment deployment) throws Exception {
        return onFx(() -> {
            world.deployment.set(deployment);
            look(Contexts.NOW);
            var saver = new ChartSaver(name -> Optional.empty(), Runnable::run, Runnable::run);
            var ports = new NocPorts(
                    board,
                    Optional::empty,
                    desk,
                    this::chart,
                    saver,
                    (from, to) -> List.of(),
                    ref -> {},
                    AlarmPasts.NONE,
                    Runnable::run);
            var controller = new NocController(world.context(new Texts(locale, DeskRowsTest.BUNDLES)), ports);
            controller.activate();
            return controller;
        });
    }

    private void look(Instant now) {
        world.now.set(now);
        var made = Board.of(world.deployment.get(), catalogue, now);
        board.set(made);
        desk.look(AllSignals.of(world.deployment.get(), made, now));
    }

    private NocModel.Shown shown(NocController controller) throws Exception {
        return onFx(() ->
                java.util.Objects.requireNonNull(controller.model().shown().get()));
    }

    @Test
    void pictures() throws Exception {
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        show(open(Locale.ENGLISH, citsmart).root(), 1240, 824);
        picture("noc-citsmart-dark");
        var checkopView = open(Locale.ENGLISH, checkop);
        show(checkopView.root(), 1240, 824);
        picture("noc-checkop-dark");
        doOnFx(() -> checkopView.choose("cpu"));
        picture("noc-checkop-chart-dark");
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        var small = open(Locale.of("es"), citsmart);
        show(small.root(), 944, 624);
        picture("noc-citsmart-light-es-small");
        doOnFx(() -> small.choose("memory"));
        picture("noc-citsmart-chart-light-es-small");
        doOnFx(() -> theme().scale().set(150));
        var large = open(Locale.ENGLISH, citsmart);
        show(large.root(), 1240, 824);
        picture("noc-citsmart-150");
        doOnFx(() -> theme().scale().set(100));
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        var without = open(Locale.ENGLISH, checkop);
        show(without.root(), 1240, 824);
        var nothing = shown(without).tiles().stream().filter(TileText::howTo).findFirst();
        doOnFx(() -> nothing.ifPresent(it -> without.choose(it.item())));
        picture("noc-checkop-howto-dark");
    }

    @Test
    void everyItemHasANumberOrAReason() throws Exception {
        for (var deployment : List.of(checkop, citsmart)) {
            var controller = open(Locale.ENGLISH, deployment);
            var parts = shown(controller);
            assertThat(parts.tiles().size() + parts.jvm().size() + parts.notPart())
                    .isEqualTo(31);
            assertThat(parts.tiles())
                    .as("what is no part of the deployment is not shown unless wanted")
                    .noneMatch(it -> it.level() == Level.NOT_PART);
            doOnFx(() -> controller.model().allProperty().set(true));
            var shown = shown(controller);
            var all = java.util.stream.Stream.concat(shown.tiles().stream(), shown.jvm().stream())
                    .toList();
            assertThat(all).hasSize(31).allSatisfy(tile -> {
                assertThat(tile.name()).isNotEqualTo(tile.item());
                assertThat(tile.hasValue() || !tile.reason().isEmpty())
                        .as(tile.name())
                        .isTrue();
            });
            assertThat(all.stream().filter(TileText::hasValue).count()).isGreaterThan(5);
        }
    }

    /** The collector stopped: two cadences later no value that it feeds is drawn as well. */
    @Test
    void nothingIsWellThatIsOld() throws Exception {
        var controller = open(Locale.ENGLISH, citsmart);
        show(controller.root(), 1240, 824);
        var fresh = shown(controller);
        assertThat(fresh.tiles().stream().filter(it -> it.level() == Level.OK)).hasSizeGreaterThan(5);

        doOnFx(() -> look(Contexts.NOW.plus(Duration.ofMinutes(30))));
        settle();

        var old = shown(controller);
        assertThat(java.util.stream.Stream.concat(old.tiles().stream(), old.jvm().stream())
                        .filter(TileText::hasValue))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.level()).as(it.name()).isNotEqualTo(Level.OK));
        assertThat(robot.lookup(".noc-tile .state-healthy").queryAll()).isEmpty();
    }

    @Test
    void oneOfTheMachinesIsChosen() throws Exception {
        var controller = open(Locale.ENGLISH, checkop);
        show(controller.root(), 1240, 824);
        var place = shown(controller).places().getFirst();
        doOnFx(() -> controller.model().placeProperty().set(place));
        assertThat(shown(controller).tiles().stream()
                        .filter(it -> it.item().equals("cpu"))
                        .findFirst()
                        .orElseThrow()
                        .place())
                .isEqualTo(place.name());
    }

    /** A value never runs out of its tile, in no language and size. */
    @Test
    void valuesAndAgesAreNotCut() throws Exception {
        for (int scale : new int[] {80, 100, 150}) {
            for (var locale : Texts.LANGUAGES) {
                doOnFx(() -> theme().scale().set(scale));
                show(open(locale, citsmart).root(), 1240, 824);
                var cut = onFx(() -> robot.lookup(".noc-tile .figure").queryAll().stream()
                        .filter(it -> it instanceof Labeled label && label.getWidth() + 0.5 < label.prefWidth(-1))
                        .map(it -> ((Labeled) it).getText())
                        .toList());
                assertThat(cut).as(locale + " " + scale).isEmpty();
            }
        }
        doOnFx(() -> theme().scale().set(100));
    }
}
