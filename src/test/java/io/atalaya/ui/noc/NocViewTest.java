package io.atalaya.ui.noc;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.CheckopSample;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.desk.Severity;
import io.atalaya.noc.desk.store.Keeping;
import io.atalaya.noc.history.HistoryWriter;
import io.atalaya.noc.items.Board;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.noc.chart.ChartReads;
import io.atalaya.ui.noc.chart.ChartSaver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NocViewTest extends UiTest {
    private final Contexts world = new Contexts();
    private final MemoryDesk desk = new MemoryDesk("m.rojas", world.now::get);
    private final ObjectProperty<@Nullable Board> board = new SimpleObjectProperty<>();

    private Optional<HistoryWriter.Problem> unkept = Optional.empty();

    private NocController open(Locale locale) throws Exception {
        return onFx(() -> {
            var context = world.context(new Texts(locale, DeskRowsTest.BUNDLES));
            board.set(Board.of(world.deployment.get(), CatalogueFile.shipped(), Contexts.NOW));
            var saver = new ChartSaver(name -> Optional.empty(), Runnable::run, Runnable::run);
            var ports = new NocPorts(
                    board,
                    () -> unkept,
                    desk,
                    ChartReads.NONE,
                    saver,
                    (from, to) -> List.of(),
                    ref -> {},
                    AlarmPasts.NONE,
                    Runnable::run);
            var controller = new NocController(context, ports);
            controller.activate();
            return controller;
        });
    }

    private void troubles() throws Exception {
        doOnFx(() -> {
            world.deployment.set(CheckopSample.degraded());
            var before = Contexts.NOW.minus(Duration.ofMinutes(4));
            desk.look(Troubles.all(Troubles.cpu(before), Troubles.targets(before), Troubles.certificate(before)));
        });
    }

    private DeskRow row(int index) throws Exception {
        @SuppressWarnings("unchecked")
        var list = (ListView<DeskRow>) robot.lookup("#desk-entries").query();
        return onFx(() -> list.getItems().get(index));
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
    }

    @Test
    void pictures() throws Exception {
        troubles();
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        show(open(Locale.ENGLISH).root(), 1240, 824);
        picture("noc-dark");
        press(KeyCode.J);
        doOnFx(() -> theme().mode().set(Theme.Mode.LIGHT));
        show(open(Locale.of("es")).root(), 944, 624);
        picture("noc-light-es-small");
        unkept = Optional.of(new HistoryWriter.Problem("database or disk is full", Contexts.NOW.minusSeconds(300)));
        doOnFx(() -> desk.say(new Keeping(
                new Keeping.Unkept(
                        "/home/m.rojas/.local/share/atalaya/desks/x.desk", Keeping.Why.IN_USE, "", Contexts.NOW),
                new Keeping.Shared(
                        "/mnt/team", null, "/mnt/team is not there", Contexts.NOW.minusSeconds(300), List.of()))));
        show(open(Locale.of("es")).root(), 1240, 824);
        picture("noc-light-es-unkept");
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
    }

    @Test
    void anAlarmIsAcknowledgedNotedAndHandedOverWithTheKeyboard() throws Exception {
        troubles();
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        doOnFx(() -> robot.lookup("#desk-entries").query().requestFocus());
        press(KeyCode.J);
        assertThat(row(0).severity()).isEqualTo(Severity.CRITICAL);

        press(KeyCode.A);
        var state = desk.state().getValue();
        assertThat(state.entry("TARGET i-1d")
                        .orElseThrow()
                        .acknowledgement()
                        .orElseThrow()
                        .by())
                .isEqualTo("m.rojas");

        press(KeyCode.N);
        var field = robot.lookup("#desk-editor").<TextField>query();
        doOnFx(() -> field.setText("EFS is cut in 1d. Calling d.parra."));
        press(KeyCode.ENTER);
        assertThat(desk.state().getValue().entry("TARGET i-1d").orElseThrow().note())
                .contains("EFS is cut in 1d. Calling d.parra.");

        press(KeyCode.H);
        doOnFx(() -> field.setText("d.parra"));
        press(KeyCode.ENTER);
        assertThat(desk.state().getValue().entry("TARGET i-1d").orElseThrow().owner())
                .contains("d.parra");
    }

    /** Nothing was judged anew for a minute: what is drawn healthy is what was, not what is. */
    @Test
    void aBoardThatStandsStillGoesStaleByItself() throws Exception {
        troubles();
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        var healthy = "#noc .noc-tile .state-healthy";
        assertThat(robot.lookup(healthy).queryAll()).isNotEmpty();
        doOnFx(() -> world.now.set(Contexts.NOW.plus(Board.MADE_AGAIN_WITHIN)));
        assertThat(robot.lookup(healthy).queryAll()).isNotEmpty();
        doOnFx(() -> world.now.set(Contexts.NOW.plus(Board.MADE_AGAIN_WITHIN).plusSeconds(1)));
        settle();
        assertThat(robot.lookup(healthy).queryAll()).isEmpty();
        assertThat(robot.lookup("#noc .noc-tile .state-failed").queryAll()).isEmpty();
        doOnFx(() -> board.set(Board.of(world.deployment.get(), CatalogueFile.shipped(), world.now.get())));
        settle();
        assertThat(robot.lookup(healthy).queryAll()).isNotEmpty();
    }

    @Test
    void saysThatTheDeskIsNotKeptAndThatNothingMeasuredIs() throws Exception {
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(words("#desk-keeping")).isEqualTo("Practice: this desk is not kept");
        assertThat(robot.lookup("#noc-history-problem").query().isVisible()).isFalse();
        unkept = Optional.of(new HistoryWriter.Problem("database or disk is full", Contexts.NOW));
        doOnFx(() -> {
            desk.say(new Keeping(new Keeping.Unkept("/desks/x.desk", Keeping.Why.IN_USE, "", Contexts.NOW), null));
            world.now.set(Contexts.NOW.plusSeconds(1));
        });
        settle();
        assertThat(words("#desk-keeping")).startsWith("Not kept since 14:03:39: another Atalaya");
        assertThat(words("#noc-history-problem")).contains("database or disk is full");
        assertThat(robot.lookup("#noc-history-problem").query().isVisible()).isTrue();
    }

    private String words(String id) throws Exception {
        return onFx(() -> robot.lookup(id).<Label>query().getText());
    }

    @Test
    void keysInAFieldAreLetters() throws Exception {
        troubles();
        show(open(Locale.ENGLISH).root(), 1240, 824);
        doOnFx(() -> robot.lookup("#desk-entries").query().requestFocus());
        press(KeyCode.J);
        press(KeyCode.N);
        press(KeyCode.A);
        assertThat(desk.state().getValue().entry("TARGET i-1d").orElseThrow().isAcknowledged())
                .isFalse();
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#desk-editor").query().isVisible()).isTrue();
        assertThat(desk.state().getValue().entry("TARGET i-1d").orElseThrow().note())
                .isEmpty();
    }

    @Test
    void theOneFilledButtonAcknowledges() throws Exception {
        troubles();
        show(open(Locale.ENGLISH).root(), 1240, 824);
        assertThat(robot.lookup(".desk-buttons > .accent").queryAll()).hasSize(1);
        robot.clickOn(".desk-buttons > .accent");
        assertThat(desk.state().getValue().calling(Contexts.NOW)).hasSize(2);
        assertThat(robot.lookup(".desk-buttons > .accent").queryAll()).hasSize(1);
    }

    @Test
    void everythingIsMutedForAQuarterOfAnHourAndLoudAgain() throws Exception {
        troubles();
        show(open(Locale.ENGLISH).root(), 1240, 824);
        robot.clickOn("#desk-mute-all");
        assertThat(desk.state().getValue().muted(Contexts.NOW)).hasSize(3);
        robot.clickOn("#desk-mute-all");
        assertThat(desk.state().getValue().muted(Contexts.NOW)).isEmpty();
    }

    @Test
    void everyItemHasATileAndOneOpensClosely() throws Exception {
        troubles();
        var controller = open(Locale.ENGLISH);
        show(controller.root(), 1240, 824);
        int items = CatalogueFile.shipped().items().size();
        int tiles = robot.lookup(".noc-tile").queryAll().size();
        int jvm = robot.lookup(".noc-jvm-row").queryAll().size();
        assertThat(tiles + jvm).isEqualTo(items).isGreaterThanOrEqualTo(31);
        doOnFx(() -> controller.choose("cpu"));
        settle();
        assertThat(robot.lookup(".noc-detail").queryAll()).hasSize(1);
        press(KeyCode.ESCAPE);
        doOnFx(() -> controller.choose(null));
        settle();
        assertThat(robot.lookup(".noc-detail").queryAll()).isEmpty();
    }
}
