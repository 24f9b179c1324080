package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.operate.act.StopInstance;
import io.atalaya.operate.journal.JournalCheck;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.run.Arming;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.Theme;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the click to the verdict through the screen, over the sandbox. */
class ActingTest extends UiTest {
    @TempDir
    Path home;

    private ActingConsole console;

    @BeforeEach
    void open() throws Exception {
        console = onFx(() -> ActingConsole.open(home, theme(), Locale.ENGLISH));
        console.read();
        show(console.shell.root(), 1440, 900);
        doOnFx(console.shell::start);
        settle();
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> console.shell.close());
        console.close();
    }

    @Test
    void readOnlyUntilArmedAndTheWholeWindowSaysSo() throws Exception {
        assertThat(text("#arming-tag")).isEqualTo("READ-ONLY");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        settle();
        popupPicture("arming");
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(text("#arming-tag")).isEqualTo("ARMED 15:00");
        picture("armed");
        robot.clickOn("#disarm");
        settle();
        assertThat(text("#arming-tag")).isEqualTo("READ-ONLY");
        assertThat(console.scope.acting().arming().armed()).isFalse();
    }

    @Test
    void stopFromTheInspectorToTheVerdict() throws Exception {
        inspect(running());
        choose("StopInstance");
        picture("confirm-readonly");
        assertThat(onFx(() -> button("#confirm-press").isDisabled())).isTrue();
        robot.clickOn("#confirm-arm");
        settle();
        for (var mode : Theme.Mode.values()) {
            if (mode != Theme.Mode.SYSTEM) {
                doOnFx(() -> theme().mode().set(mode));
                picture("confirm-armed-" + mode);
            }
        }
        assertThat(text("#confirm-press")).isEqualTo("Stop instance");
        robot.clickOn("#confirm-press");
        var act = console.ended();
        settle();
        doOnFx(console.tick::tick);
        picture("ended");
        assertThat(act.standing().verdict()).isEqualTo(JournalEntry.Verdict.DONE);
    }

    /** A disk that hangs holds up whoever writes, never the screen: here another program has the journal locked. */
    @Test
    void closingTheWindowDoesNotWaitForTheJournal() throws Exception {
        var acting = console.scope.acting();
        var stop = new StopInstance(running().id());
        var watching = new CountDownLatch(1);
        acting.runner().onChange(() -> {
            if (console.acts().getFirst().standing().phase() == Standing.Phase.WATCHING) {
                watching.countDown();
            }
        });
        acting.arming().arm(Arming.USUAL);
        var act = acting.runner().run(stop, acting.runner().preflight(stop), List.of(), null);
        assertThat(watching.await(20, TimeUnit.SECONDS)).isTrue();
        var gate = acting.journal().resolveSibling(acting.journal().getFileName() + ".lock");
        try (var channel = FileChannel.open(gate, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            doOnFx(console.scope::close);
            assertThat(held.isValid()).isTrue();
            assertThat(act.ended()).as("it waits for the journal").isFalse();
        }
        assertThat(console.ended().standing().verdict()).isEqualTo(JournalEntry.Verdict.ACCEPTED);
        assertThat(JournalCheck.of(acting.journal()).open()).isEmpty();
    }

    private io.atalaya.deployment.ResourceRef running() {
        return console.first(Parts.INSTANCES, it -> it.state().equals("running"));
    }

    private void inspect(io.atalaya.deployment.ResourceRef resource) throws Exception {
        doOnFx(() -> {
            console.model.show("topology");
            console.model.reveal(resource);
        });
        settle();
    }

    /** Chooses from the menu in the inspector's head. */
    private void choose(String act) throws Exception {
        doOnFx(() -> {
            var bar = robot.lookup(".inspector .act-bar").queryAs(MenuButton.class);
            bar.show();
            bar.getItems().stream()
                    .filter(it -> act.equals(it.getId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(act + " is not among "
                            + bar.getItems().stream().map(MenuItem::getId).toList()))
                    .fire();
            bar.hide();
        });
        settle();
    }

    private String text(String id) throws Exception {
        return onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private Button button(String id) {
        return robot.lookup(id).queryButton();
    }

    private static void popupPicture(String name) throws Exception {
        var popup = onFx(() -> Window.getWindows().getLast());
        assertThat(List.of(popup)).doesNotContain(stage());
        var image = onFx(() -> popup.getScene().snapshot(null));
        io.atalaya.ui.common.Pictures.writePng(image, Path.of("target/pictures/" + name + ".png"));
    }
}
