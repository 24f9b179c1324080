package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.ui.common.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** How the frame looks: light and dark, at other sizes, scales and languages. */
class ShellPicturesTest extends OpenShellTest {
    @Test
    void pictures() throws Exception {
        world.deployment.set(sample());
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            doOnFx(() -> theme().mode().set(mode));
            var name = mode.name().toLowerCase(Locale.ROOT);
            open(Locale.ENGLISH, 1440, 900);
            picture("shell-" + name);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            robot.write("auto");
            picture("palette-" + name);
            closeShell();
            session.sandbox = "checkop";
            session.aws = false;
            open(Locale.of("es"), 1000, 700);
            picture("shell-small-es-" + name);
            closeShell();
            session.sandbox = null;
            session.aws = true;
        }
    }

    @Test
    void nothingOverlapsAtOtherSizesAndScales() throws Exception {
        world.deployment.set(sample());
        session.sandbox = "checkop";
        session.aws = false;
        for (int width : new int[] {1181, 1281, 1366}) {
            open(width == 1281 ? Locale.of("pt", "BR") : Locale.of("es"), width, 600);
            picture("shell-" + width);
            assertNothingIsCut();
            closeShell();
        }
        doOnFx(() -> theme().setScale(150));
        open(Locale.ENGLISH, 1440, 900);
        picture("shell-150");
        assertNothingIsCut();
    }

    /** The cells that must never shrink have all the width they ask for, inside the window. */
    private void assertNothingIsCut() throws Exception {
        for (var id : List.of(
                "#connectionCell", "#credentialsCell", "#meterCell", "#refreshedCell", "#tags", "#quality", "#time")) {
            var node = robot.lookup(id).queryAs(javafx.scene.layout.Region.class);
            assertThat(onFx(node::getWidth)).as(id).isGreaterThanOrEqualTo(Math.floor(onFx(() -> node.prefWidth(-1))));
            assertThat(onFx(() -> node.localToScene(node.getBoundsInLocal()).getMaxX()))
                    .as(id)
                    .isLessThanOrEqualTo(onFx(() -> stage().getScene().getWidth()));
        }
    }

    @Test
    void popupsOpenAndClose() throws Exception {
        world.deployment.set(sample());
        open(Locale.ENGLISH, 1440, 900);
        doOnFx(() -> theme().mode().set(Theme.Mode.DARK));
        robot.clickOn("#rail-settings");
        settle();
        popupPicture("pop-settings");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#meterCell");
        settle();
        popupPicture("pop-meter");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#problem");
        settle();
        popupPicture("pop-problem");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F1);
        settle();
        popupPicture("pop-keys");
        var keys = onFx(() -> Window.getWindows().getLast().getScene().getRoot());
        assertThat(onFx(() -> keys.lookup("#keys-of-log").lookupAll(".key-cap").stream()
                        .map(it -> ((javafx.scene.control.Label) it).getText())
                        .toList()))
                .contains("Ctrl ⇧ C", "Alt ↓  Alt ↑", "U");
        assertThat(onFx(() -> keys.getLayoutBounds().getHeight())).as("fits").isLessThan(900);
    }
}
