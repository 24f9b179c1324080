package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.aws.AwsRegions;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.ui.UiTest;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.signin.SignInController;
import io.atalaya.ui.signin.SignInModel;
import io.atalaya.ui.signin.SignInPorts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every FXML of the program loads and is laid out in every language, without a warning of the CSS engine. */
class EveryViewTest extends UiTest {
    @TempDir
    Path home;

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void opensInEveryLanguage(Locale language) throws Exception {
        try (var test = new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system()));
                var scope = test.connect()) {
            var layout = new ScratchLayout();
            var texts = new Texts(language, Wiring.BUNDLES);
            var preferences = onFx(() -> new Preferences(layout, theme(), language, "0"));
            var tick = onFx(() -> new NowTick(InstantSource.system()));
            var wiring = new Wiring(preferences, layout, tick, ZoneId.of("UTC"));
            var model = wiring.shellModel(scope);
            var shell = onFx(() -> wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions()));
            show(shell.root(), 1440, 900);
            doOnFx(shell::start);
            for (var view : Wiring.views(scope)) {
                doOnFx(() -> model.show(view));
                settle();
                assertThat(model.current()).isEqualTo(view);
            }
            doOnFx(shell::close);
            var signIn = onFx(() -> new SignInController(
                    new SignInModel(
                            new SignInPorts(
                                    test.program.signIn().profiles(),
                                    new AwsRegions(),
                                    test.program.recents(),
                                    test.program.signIn()),
                            test.program.machinery().blocking(),
                            Runnable::run,
                            InstantSource.system(),
                            session -> {}),
                    tick.now(),
                    ZoneId.of("UTC"),
                    texts,
                    preferences,
                    url -> {}));
            show(signIn.root(), 1000, 700);
            doOnFx(signIn::start);
            settle();
            doOnFx(signIn::close);
        }
    }
}
