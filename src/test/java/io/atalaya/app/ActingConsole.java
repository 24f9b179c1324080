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
    final NowTick tick;
    final ShellModel model;
    final ShellController shell;
    private final Theme theme;

    private ActingConsole(TestProgram test, Theme theme) {
        this(test, test.connect(new FxThread()), theme, false);
    }

    /** Over any connection of that program, with views that are complete as soon as they are there; on the JavaFX thread. */
    static ActingConsole over(TestProgram test, ConnectionScope scope, Theme theme) {
        return new ActingConsole(test, scope, theme, true);
    }

    private ActingConsole(TestProgram test, ConnectionScope scope, Theme theme, boolean atOnce) {
        this.test = test;
        this.scope = scope;
        this.theme = theme;
        this.tick = new NowTick(InstantSource.system());
        var wiring = wiring(Locale.ENGLISH, atOnce);
        this.model = wiring.shellModel(scope);
        this.shell = shell(wiring, model, Locale.ENGLISH);
    }

    private Wiring wiring(Locale language, boolean atOnce) {
        var layout = new ScratchLayout();
        var preferences = new Preferences(layout, theme, language, "0");
        var zone = ZoneId.of("America/Bogota");
        return atOnce ? Wiring.atOnce(preferences, layout, tick, zone) : new Wiring(preferences, layout, tick, zone);
    }

    private ShellController shell(Wiring wiring, ShellModel shown, Locale language) {
        var texts = new Texts(language, Wiring.BUNDLES);
        return wiring.shell(shown, scope, wiring.context(scope, shown, texts), new NoActions());
    }

    /** Another window of the same connection in another language; on the JavaFX thread. */
    ShellController speaking(Locale language) {
        var wiring = wiring(language, false);
        return shell(wiring, wiring.shellModel(scope), language);
    }

    /** On the JavaFX thread. */
    static ActingConsole open(Path home, Theme theme) {
        return new ActingConsole(
                new TestProgram(home, options -> SandboxOptions.calm(InstantSource.system())
                        .withDeployment(options.deployment())),
                theme);
    }

    /** The same, with a sandbox whose time goes forty times as fast. */
    static ActingConsole fast(Path home, Theme theme) {
        var begun = Instant.now();
        InstantSource fast =
                () -> begun.plus(Duration.between(begun, Instant.now()).multipliedBy(40));
        return new ActingConsole(
                new TestProgram(home, options -> SandboxOptions.calm(fast).withDeployment(options.deployment())),
                theme);
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
        assertThat(when(RunningAct::ended, PATIENCE_SECONDS))
                .as("a verdict of " + acts())
                .isTrue();
        return acts().getFirst();
    }

    /** Waits until the newest act is so; false when it is not within that time. Not on the JavaFX thread. */
    boolean when(Predicate<RunningAct> wanted, long seconds) throws InterruptedException {
        var there = new CountDownLatch(1);
        Runnable look = () -> {
            var acts = acts();
            if (!acts.isEmpty() && wanted.test(acts.getFirst())) {
                there.countDown();
            }
        };
        var forget = scope.acting().runner().onChange(look);
        look.run();
        var came = there.await(seconds, TimeUnit.SECONDS);
        forget.run();
        return came;
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
