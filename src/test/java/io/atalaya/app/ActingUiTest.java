package io.atalaya.app;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.acting.ActingDesk;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Hands for tests of acting through the screen: choose, arm, confirm, read what is said. */
abstract class ActingUiTest extends UiTest {
    @Nullable
    ActingConsole console;

    /** Reads everything and puts it on the stage. */
    final void begin() throws Exception {
        var opened = console();
        opened.read();
        show(opened.shell.root(), 1440, 900);
        doOnFx(opened.shell::start);
        settle();
    }

    final void end() throws Exception {
        var opened = console();
        doOnFx(opened.shell::close);
        show(new StackPane(), 1440, 900);
        opened.close();
    }

    final ActingConsole console() {
        return Objects.requireNonNull(console);
    }

    /** As it is before anybody touches anything: read-only, no sheet, no notice, nothing protected. */
    final void calm() throws Exception {
        var opened = console();
        var acting = opened.scope.acting();
        acting.protection().protect(opened.scope.session().name(), false);
        acting.protection().protectTags("");
        acting.arming().disarm();
        opened.test.sandbox().faults().clear();
        doOnFx(() -> {
            robot.lookup("#confirm-close").<Button>tryQuery().ifPresent(Button::fire);
            var desk = (ActingDesk) opened.desk();
            desk.arming().disarm();
            desk.running().ended().clear();
            opened.model.show("topology");
        });
        settle();
    }

    final void arm() throws Exception {
        doOnFx(() -> ((ActingDesk) console().desk()).arming().arm(Duration.ofMinutes(15)));
        settle();
    }

    final ResourceRef running() {
        return console().first(Parts.INSTANCES, it -> it.state().equals("running"));
    }

    final void inspect(ResourceRef resource) throws Exception {
        doOnFx(() -> {
            console().model.show("topology");
            console().model.reveal(resource);
        });
        settle();
    }

    /** Chooses from the menu in the inspector's head. */
    final void choose(String act) throws Exception {
        doOnFx(() -> choose(robot.lookup(".inspector .act-bar").queryAs(MenuButton.class), act));
        settle();
    }

    static void choose(MenuButton bar, String act) {
        bar.show();
        bar.getItems().stream()
                .filter(it -> act.equals(it.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(act + " is not among "
                        + bar.getItems().stream().map(MenuItem::getId).toList()))
                .fire();
        bar.hide();
    }

    /** Opens the sheet of an act that is offered on a resource. */
    final void open(ResourceRef on, String act) throws Exception {
        doOnFx(() -> console().desk().on(on).stream()
                .filter(it -> it.key().equals("operate.act." + act))
                .findFirst()
                .orElseThrow(() -> new AssertionError(act + " is not offered on " + on))
                .open()
                .accept(console().shell.root()));
        settle();
    }

    final String text(String id) throws Exception {
        return onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    final Button button(String id) {
        return robot.lookup(id).queryButton();
    }

    final boolean canPress() throws Exception {
        return onFx(() -> !button("#confirm-press").isDisabled());
    }

    /** Types the name where the open sheet asks for one. */
    final void typeName() throws Exception {
        doOnFx(() -> {
            var typed = robot.lookup("#confirm-typed").<TextInputControl>query();
            if (typed.getParent().isVisible()) {
                var asked = robot.lookup("#confirm-type").<Labeled>query().getText();
                typed.setText(asked.substring("Type ".length(), asked.length() - " to confirm".length()));
            }
        });
        settle();
    }

    /** All that the notices say. */
    final String notices() throws Exception {
        return onFx(() -> Read.of(robot.lookup(".notices").query()));
    }

    /** The newest line of the journal, of which every line is what was written. */
    final JournalEntry lastWritten() throws IOException {
        var check = JournalCheck.of(console().scope.acting().journal());
        if (check.broken() != null) {
            throw new AssertionError(check.broken());
        }
        return check.entries().getLast();
    }
}
