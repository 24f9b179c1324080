package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Preferences;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody opens Logs on the sandbox, takes what is suggested and reads: everything is the program's own. */
class SandboxLogsTest extends UiTest {
    @TempDir
    Path home;

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition::getAsBoolean);
    }

    private int rows() {
        return (int) robot.lookup(".log-row").queryAll().stream()
                .filter(it -> it.isVisible())
                .count();
    }

    @Test
    void whatIsSuggestedIsTailedAndIsThere() throws Exception {
        try (var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
                var scope = test.connect(new io.atalaya.ui.common.FxThread())) {
            var texts = new Texts(Locale.ENGLISH, Wiring.BUNDLES);
            var layout = new ScratchLayout();
            var preferences = onFx(() -> new Preferences(layout, theme(), Locale.ENGLISH, "0"));
            var tick = onFx(() -> new NowTick(InstantSource.system()));
            var wiring = new Wiring(preferences, layout, tick, ZoneId.of("America/Bogota"));
            var model = onFx(() -> wiring.shellModel(scope));
            var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
            show(shell.root(), 1440, 900);
            doOnFx(() -> {
                shell.start();
                model.show("logs");
            });
            TestProgram.readAll(scope);
            until(() -> !robot.lookup("#logs-suggested").queryButton().isDisabled());
            picture("logs-start");
            robot.clickOn("#logs-suggested");
            robot.clickOn("#logs-start");
            until(() -> robot.lookup(".log-rows").tryQuery().isPresent() && rows() > 15);
            until(() ->
                    robot.lookup("#logs-swept").queryAs(Label.class).getText().contains("swept to"));
            doOnFx(tick::tick);
            picture("logs-sandbox");
            robot.push(javafx.scene.input.KeyCode.UP);
            robot.push(javafx.scene.input.KeyCode.ENTER);
            settle();
            picture("logs-sandbox-detail");
            assertThat(robot.lookup("#logs-detail").query().isVisible()).isTrue();
            robot.push(javafx.scene.input.KeyCode.ESCAPE);
            assertThat(robot.lookup("#logs-detail").query().isVisible()).isFalse();
            robot.clickOn("#logs-leave");
            until(() -> robot.lookup(".log-kept .hyperlink").tryQuery().isPresent());
            picture("logs-kept");
            robot.clickOn(".log-kept .hyperlink");
            until(() -> robot.lookup(".log-rows").tryQuery().isPresent() && rows() > 15);
            picture("logs-reopened");
            assertThat(robot.lookup("#logs-follow").queryAs(Label.class).getText())
                    .isEqualTo("Ended: read from this disk");
            robot.clickOn("#logs-insights");
            settle();
            picture("logs-insights");
            robot.clickOn("#logs-new");
            until(() -> robot.lookup("#logs-groups").tryQuery().isPresent());
            doOnFx(shell::close);
        }
    }
}
