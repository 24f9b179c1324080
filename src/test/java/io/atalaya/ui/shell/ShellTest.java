package io.atalaya.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.ui.Contexts;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The frame around the views: its keys, its cells, its windows. */
class ShellTest extends OpenShellTest {
    @Test
    void keysLeadToViewsAndBack() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ESCAPE);

        assertThat(model.current()).isEqualTo("compute");
        assertThat(log)
                .containsExactly(
                        "+overview", "-overview", "+compute", "-compute", "+topology", "-topology", "+compute");
        assertThat(memory.map).containsEntry("shell.view", "compute");
    }

    @Test
    void askAgainAsksWhatTheViewOnScreenShowsAndNothingElse() throws Exception {
        doOnFx(() -> world.deployment.set(sample()));
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.push(KeyCode.F5);
        assertThat(world.asked).containsExactly(Set.of(Parts.TARGETS), Set.of(Parts.INSTANCES, Parts.IMAGES));
    }

    @Test
    void aProblemIsAskedAgainWhereverItIsShown() throws Exception {
        doOnFx(() -> world.deployment.set(sample()));
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#problem");
        settle();
        robot.clickOn("Ask again");
        assertThat(world.asked).containsExactly(Set.of(Parts.ALARMS));
    }

    @Test
    void paletteFindsAResourceByAddressAndRevealsIt() throws Exception {
        world.deployment.set(sample());
        open(Locale.ENGLISH, 1440, 900);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("10.20.1.57");
        assertThat(shell().paletteModel().found())
                .extracting(PaletteEntry::title)
                .containsExactly("AUTOChOp");
        robot.push(KeyCode.ENTER);
        settle();

        assertThat(model.current()).isEqualTo("topology");
        assertThat(log).contains("reveal i-0f3d8a6617be2c904");
    }

    @Test
    void aClickOnTheRailShowsTheView() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#rail-topology");
        assertThat(model.current()).isEqualTo("topology");
    }

    @Test
    void aViewInItsOwnWindowComesBackWithTheNextShell() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        int before = onFx(() -> Window.getWindows().size());
        robot.push(KeyCode.CONTROL, KeyCode.O);
        settle();
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before + 1);
        assertThat(memory.map).containsEntry("shell.windows", "overview");
        popupPicture("own-window");
        doOnFx(() -> shell().close());
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before);

        open(Locale.of("es"), 1440, 900);
        assertThat(onFx(() -> Window.getWindows().size())).isEqualTo(before + 1);
    }

    @Test
    void renewIsOfferedWhenCredentialsEndSoon() throws Exception {
        session.credentials = new io.atalaya.connect.CredentialState(
                Contexts.NOW.plusSeconds(240), io.atalaya.connect.Renewal.PERSON);
        open(Locale.ENGLISH, 1440, 900);
        robot.clickOn("#renew");
        assertThat(log).contains("renew");
    }

    @Test
    void railNarrowsByWidthAndByWish() throws Exception {
        open(Locale.ENGLISH, 1440, 900);
        assertThat(onFx(() -> model.narrowBinding().get())).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(onFx(() -> model.narrowBinding().get())).isTrue();
        assertThat(memory.map).containsEntry("shell.railNarrow", "true");
    }
}
