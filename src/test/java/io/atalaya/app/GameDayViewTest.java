package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.practice.Drill;
import io.atalaya.practice.GameDay;
import io.atalaya.sandbox.scenario.Scenarios;
import io.atalaya.ui.Contexts;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.practice.GameDayController;
import io.atalaya.ui.practice.GameDayModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The game day by mouse and by keyboard, over a real sandbox in virtual time. */
class GameDayViewTest extends UiTest {
    private final Drill drill = new Drill("checkop");
    private final Contexts world = new Contexts();

    @AfterEach
    void close() {
        drill.close();
    }

    private GameDayController open(Locale locale) throws Exception {
        var gameDay = new GameDay(
                new SandboxPractice(drill.sandbox.scenarios(), Instant.EPOCH), List::of, drill.time, Runnable::run);
        drill.onSnapshot(gameDay::observe);
        drill.looking().time.advance(Duration.ofSeconds(70));
        var controller = onFx(() -> {
            world.now.set(drill.time.instant());
            var texts = new Texts(locale, Wiring.BUNDLES);
            var context = world.context(texts);
            return new GameDayController(context, new GameDayModel(gameDay, texts, Runnable::run, Runnable::run));
        });
        show(controller.root(), 1240, 824);
        doOnFx(controller::activate);
        settle();
        return controller;
    }

    private void pass(Duration time) throws Exception {
        drill.time.advance(time);
        doOnFx(() -> world.now.set(drill.time.instant()));
        settle();
    }

    private Button button(String id) {
        return robot.lookup("#" + id).queryButton();
    }

    private String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    private boolean visible(String id) {
        return robot.lookup("#" + id).query().isVisible();
    }

    @Test
    void startsAndEndsAndTellsWhatHappened() throws Exception {
        var controller = open(Locale.ENGLISH);
        assertThat(visible("practice-strip")).isFalse();
        assertThat(button("practice-start").getText()).isEqualTo("Start “Zone outage”");
        picture("game-day-briefing");

        robot.clickOn("#practice-start");
        settle();
        assertThat(visible("practice-strip")).isTrue();
        assertThat(button("practice-stop").getText()).isEqualTo("End “Zone outage”");
        assertThat(button("practice-start").isDisabled()).isTrue();

        pass(Duration.ofSeconds(150));
        robot.clickOn("What happened");
        assertThat(text("practice-spoiler")).contains("told when it has ended");
        picture("game-day-running");

        robot.clickOn("#practice-stop");
        pass(Duration.ofMinutes(3));
        assertThat(visible("practice-strip")).isFalse();
        assertThat(text("practice-summary")).contains("Ended by hand after").contains("Nothing was missed.");
        assertThat(robot.lookup("#practice-lines").queryAs(VBox.class).getChildren())
                .hasSizeGreaterThan(6)
                .anyMatch(row -> String.valueOf(row.getAccessibleText())
                        .matches(".*Zone us-east-1d lost power.*does not pass its health check, said it .* later\\."));
        picture("game-day-ended");

        robot.clickOn("#practice-copy");
        var copied = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .startsWith("Game day: Zone outage")
                .contains("Zone us-east-1d lost power")
                .contains("What an administrator could do");
        doOnFx(controller::deactivate);
    }

    @Test
    void aKeyboardIsEnough() throws Exception {
        var controller = open(Locale.ENGLISH);
        doOnFx(() -> robot.lookup("#practice-exercises").queryAs(ListView.class).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertThat(button("practice-start").getText()).isEqualTo("Start “Target hangs”");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(visible("practice-strip")).isTrue();
        doOnFx(() -> button("practice-stop").requestFocus());
        robot.type(KeyCode.SPACE);
        settle();
        assertThat(visible("practice-strip")).isFalse();
        doOnFx(controller::deactivate);
    }

    @Test
    void whatIsNotPossibleSaysWhy() throws Exception {
        drill.sandbox
                .world()
                .change(() -> drill.sandbox.world().databases().instances().remove("dbprogressus"));
        var controller = open(Locale.of("es"));
        var full = Scenarios.ids().indexOf("storage-full");
        doOnFx(() -> robot.lookup("#practice-exercises")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(full));
        settle();
        assertThat(button("practice-start").getText()).isEqualTo("Iniciar «Base de datos que se llena»");
        assertThat(text("practice-takes")).contains("no tiene bases de datos disponibles");
        assertThat(button("practice-start").isDisabled()).isTrue();
        doOnFx(controller::deactivate);
    }
}
