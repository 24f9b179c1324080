package io.atalaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.ui.Acts;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** A shell over a calm sandbox of which everything was read: what tests of acting begin with. */
final class ActingConsole implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

    final TestProgram test;
    final ConnectionScope scope;
    final Texts texts;
    final NowTick tick;
    final ShellModel model;
    final ShellController shell;

    private ActingConsole(TestProgram test, Theme theme, Locale language) {
        this.test = test;
        this.scope = test.connect(new FxThread());
        var layout = new ScratchLayout();
        this.texts = new Texts(language, Wiring.BUNDLES);
        var preferences = new Preferences(layout, theme, language, "0");
        this.tick = new NowTick(InstantSource.system());
        var wiring = new Wiring(preferences, layout, tick, ZoneId.of("America/Bogota"));
        this.model = wiring.shellModel(scope);
        this.shell = wiring.shell(model, scope, wiring.context(scope, model, texts), new NoActions());
    }

    /** On the JavaFX thread. */
    static ActingConsole open(Path home, Theme theme, Locale language) {
        return new ActingConsole(
                new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system())
                        .withDeployment(options.deployment())),
                theme,
                language);
    }

    /** The same, with a sandbox whose time goes forty times as fast. */
    static ActingConsole fast(Path home, Theme theme, Locale language) {
        var begun = Instant.now();
        InstantSource fast =
                () -> begun.plus(Duration.between(begun, Instant.now()).multipliedBy(40));
        return new ActingConsole(
                new TestProgram(home, options -> SandboxOptions.calm(fast).withDeployment(options.deployment())),
                theme,
                language);
    }

    /** What the views ask for what can be done. */
    Acts desk() {
        return shell.acting();
    }

    /** Waits until the deployment has it; not on the JavaFX thread. */
    Optional<? extends Resource> await(Function<Deployment, Optional<? extends Resource>> which)
            throws InterruptedException {
        var there = new CountDownLatch(1);
        scope.onSnapshot(now -> {
            if (which.apply(now).isPresent()) {
                there.countDown();
            }
        });
        if (which.apply(scope.current()).isEmpty()) {
            scope.asker().askNow(Set.copyOf(Parts.all()));
            var came = there.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(came || which.apply(scope.current()).isEmpty()).isTrue();
        }
        return which.apply(scope.current());
    }

    /** Reads every part; not on the JavaFX thread. */
    void read() throws InterruptedException {
        var read = new CountDownLatch(1);
        scope.onSnapshot(snapshot -> {
            if (Parts.all().stream().allMatch(part -> snapshot.observed(part).attemptedAt() != null)) {
                read.countDown();
            }
        });
        scope.asker().watch(new HashSet<>(Parts.all()));
        scope.start();
        assertThat(read.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("every part was asked for")
                .isTrue();
    }

    /** The acts so far, newest first. */
    List<RunningAct> acts() {
        return scope.acting().runner().acts();
    }

    /** Waits until the newest act is over; not on the JavaFX thread. */
    RunningAct ended() throws InterruptedException {
        var over = new CountDownLatch(1);
        Predicate<List<RunningAct>> ended =
                acts -> !acts.isEmpty() && acts.getFirst().ended();
        var forget = scope.acting().runner().onChange(() -> {
            if (ended.test(acts())) {
                over.countDown();
            }
        });
        if (ended.test(acts())) {
            over.countDown();
        }
        assertThat(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("a verdict of " + acts())
                .isTrue();
        forget.run();
        return acts().getFirst();
    }

    <T> ResourceRef first(Part<T> part, Predicate<T> which) {
        return scope.current().items(part).stream()
                .filter(which)
                .findFirst()
                .map(it -> ((io.atalaya.deployment.Resource) it).ref())
                .orElseThrow();
    }

    @Override
    public void close() {
        scope.close();
        test.close();
    }
}
