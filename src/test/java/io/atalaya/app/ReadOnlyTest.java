package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Parts;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.sandbox.server.RequestLog;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Preferences;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presses every button of every view over a living sandbox that counts: nothing that changes AWS arrives there. */
class ReadOnlyTest extends UiTest {
    @TempDir
    Path home;

    @Test
    void noCommandOfTheConsoleChangesAnything() throws Exception {
        try (var test = new TestProgram(home, options -> SandboxOptions.incident(InstantSource.system()));
                var scope = test.connect(new FxThread())) {
            var layout = new ScratchLayout();
            var texts = new Texts(Locale.ENGLISH, Wiring.BUNDLES);
            var preferences = onFx(() -> new Preferences(layout, theme(), Locale.ENGLISH, "0"));
            var tick = onFx(() -> new NowTick(InstantSource.system()));
            var wiring = new Wiring(preferences, layout, tick, ZoneId.of("UTC"));
            var model = wiring.shellModel(scope);
            var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
            var read = new CountDownLatch(1);
            scope.onSnapshot(snapshot -> {
                if (Parts.all().stream()
                        .allMatch(part -> snapshot.observed(part).attemptedAt() != null)) {
                    read.countDown();
                }
            });
            scope.asker().watch(new HashSet<>(Parts.all()));
            scope.start();
            assertThat(read.await(120, TimeUnit.SECONDS)).isTrue();
            show(shell.root(), 1440, 900);
            doOnFx(shell::start);
            int pressed = 0;
            for (var view : Wiring.views(scope)) {
                doOnFx(() -> model.show(view));
                settle();
                doOnFx(() -> scope.current().items(Parts.INSTANCES).forEach(it -> model.reveal(it.ref())));
                settle();
                doOnFx(() -> model.show(view));
                settle();
                pressed += onFx(() -> pressAll(shell.root()));
                settle();
            }
            assertThat(pressed).as("buttons pressed").isGreaterThan(20);
            doOnFx(shell::close);
            assertThat(test.sandbox().requests().total())
                    .isGreaterThan(Parts.all().size());
            assertThat(test.sandbox().requests().received().stream().filter(RequestLog.Received::mutating))
                    .isEmpty();
            assertThat(test.sandbox().requests().mutating()).isZero();
        }
    }

    private static int pressAll(Parent root) {
        var buttons = new ArrayList<ButtonBase>();
        collect(root, buttons);
        // one press may take away what another would have pressed
        buttons.stream()
                .filter(each -> each.getScene() != null && !each.isDisabled())
                .forEach(ButtonBase::fire);
        return buttons.size();
    }

    private static void collect(Node node, List<ButtonBase> found) {
        if (node instanceof ButtonBase button) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> collect(each, found));
        }
    }
}
