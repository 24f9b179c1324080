package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the click to the verdict through the screen, over the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActingTest extends ActingUiTest {
    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        console = onFx(() -> ActingConsole.fast(home, theme()));
        begin();
    }

    @AfterAll
    void close() throws Exception {
        end();
    }

    @BeforeEach
    void quiet() throws Exception {
        calm();
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
        assertThat(console().scope.acting().arming().armed()).isFalse();
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
        var act = console().ended();
        settle();
        doOnFx(console().tick::tick);
        picture("ended");
        assertThat(act.standing().verdict()).isEqualTo(JournalEntry.Verdict.DONE);
    }

    private static void popupPicture(String name) throws Exception {
        var popup = onFx(() -> Window.getWindows().getLast());
        assertThat(List.of(popup)).doesNotContain(stage());
        var image = onFx(() -> popup.getScene().snapshot(null));
        io.atalaya.ui.common.Pictures.writePng(image, Path.of("target/pictures/" + name + ".png"));
    }
}
