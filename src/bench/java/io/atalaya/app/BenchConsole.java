package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.overview.OverviewModel;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The whole console with a window on the headless platform, connected to an endpoint, for benchmarks. */
public final class BenchConsole implements AutoCloseable {
    private static final Set<Part<?>> DNS = Set.of(Parts.HOSTED_ZONES, Parts.RECORD_SETS, Parts.HEALTH_CHECKS);

    private final Program program;

    public BenchConsole(Map<String, String> environment) {
        program = new Program(environment, UnaryOperator.identity());
    }

    /** One connection with its window. */
    public final class Window implements AutoCloseable {
        private final ConnectionScope scope;
        private final ShellModel model;
        private final ShellController shell;
        private final Stage stage;
        private final NowTick tick;
        private final long startedNanos;
        private long askedNanos;

        private Window(ConnectionScope scope, String view) throws InterruptedException {
            this.scope = scope;
            var layout = new ScratchLayout();
            var parts = OnFx.call(() -> {
                var theme = new Theme(Theme.Mode.DARK, 100);
                theme.mode().set(Theme.Mode.DARK);
                var preferences = new Preferences(layout, theme, Locale.ENGLISH, "bench");
                var clock = new NowTick(program.machinery().clock());
                scope.pace(clock.now());
                var wiring = new Wiring(preferences, layout, clock, Program.zone());
                var shellModel = wiring.shellModel(scope);
                shellModel.show(view);
                var texts = new Texts(preferences.language().get(), Wiring.BUNDLES);
                var controller =
                        wiring.shell(shellModel, scope, wiring.context(scope, shellModel, texts), new NoActions());
                var scene = new Scene(new StackPane(), 1440, 900);
                theme.adopt(scene);
                scene.setRoot(controller.root());
                var made = new Stage();
                made.setScene(scene);
                made.setWidth(1440);
                made.setHeight(900);
                made.show();
                controller.start();
                clock.start(program.machinery().scheduler(), new FxThread());
                return new Made(shellModel, controller, made, clock);
            });
            model = parts.model();
            shell = parts.shell();
            stage = parts.stage();
            tick = parts.tick();
            startedNanos = System.nanoTime();
        }

        /** Begins asking, and says after how many seconds the condition held on screen, laid out and drawn. */
        public double startAndAwaitOnScreen(Predicate<Deployment> condition, Duration patience)
                throws InterruptedException {
            var shown = new CountDownLatch(1);
            OnFx.call(() -> {
                scope.deployment().addListener((it, before, now) -> {
                    if (condition.test(now)) {
                        shown.countDown();
                    }
                });
                return shown;
            });
            long begun = System.nanoTime();
            askedNanos = begun;
            scope.start();
            if (!shown.await(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not on screen after " + patience);
            }
            OnFx.pulses(2);
            return (System.nanoTime() - begun) / 1e9;
        }

        /** Waits until the newest snapshot fulfils the condition; the seconds since the window was opened. */
        public double await(Predicate<Deployment> condition, Duration patience) throws InterruptedException {
            var there = new CountDownLatch(1);
            scope.onSnapshot(snapshot -> {
                if (condition.test(snapshot)) {
                    there.countDown();
                }
            });
            if (!condition.test(scope.current()) && !there.await(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("not there after " + patience);
            }
            return (System.nanoTime() - startedNanos) / 1e9;
        }

        /** As {@link #await}, counted from the moment asking began. */
        public double awaitSinceStart(Predicate<Deployment> condition, Duration patience) throws InterruptedException {
            await(condition, patience);
            return (System.nanoTime() - askedNanos) / 1e9;
        }

        /** Asks for every part of the overview again; the seconds until each has a newer answer, or a problem. */
        public double refreshAll(Duration patience) throws InterruptedException {
            return refresh(OverviewModel.MADE_OF.stream()
                    .filter(part -> isComplete(scope.current(), part))
                    .toList(), patience);
        }

        /** The same without the parts that are read from Route 53. */
        public double refreshAllButDns(Duration patience) throws InterruptedException {
            return refresh(OverviewModel.MADE_OF.stream()
                    .filter(part -> !DNS.contains(part) && isComplete(scope.current(), part))
                    .toList(), patience);
        }

        /** The same for one part. */
        public double refresh(Part<?> part, Duration patience) throws InterruptedException {
            return refresh(List.of(part), patience);
        }

        private double refresh(List<Part<?>> parts, Duration patience) throws InterruptedException {
            var before = scope.current();
            long begun = System.nanoTime();
            scope.asker().askNow(new HashSet<>(parts));
            await(
                    now -> parts.stream()
                            .allMatch(part -> !Objects.equals(
                                    now.observed(part).askedAt(),
                                    before.observed(part).askedAt())),
                    patience);
            return (System.nanoTime() - begun) / 1e9;
        }

        /** Turns to a view. */
        public void show(String view) throws InterruptedException {
            OnFx.call(() -> {
                model.show(view);
                return view;
            });
            OnFx.pulses(2);
        }

        public Deployment current() {
            return scope.current();
        }

        public Stage stage() {
            return stage;
        }

        ConnectionScope scope() {
            return scope;
        }

        @Override
        public void close() throws InterruptedException {
            OnFx.call(() -> {
                shell.close();
                tick.close();
                stage.close();
                return stage;
            });
            scope.close();
        }
    }

    private record Made(ShellModel model, ShellController shell, Stage stage, NowTick tick) {}

    /** Starts JavaFX; once in a process. */
    public static void startToolkit() throws InterruptedException {
        OnFx.startToolkit();
    }

    /** Signs in at the endpoint with the credentials of the environment and opens a window; nothing is asked yet. */
    public Window open(String endpoint, String region, String view) throws InterruptedException {
        return open(endpoint, region, view, scope -> {});
    }

    /** The same; something is done with the connection before its window is made. */
    Window open(String endpoint, String region, String view, Consumer<ConnectionScope> first)
            throws InterruptedException {
        var scope = connect(endpoint, region);
        first.accept(scope);
        return new Window(scope, view);
    }

    private ConnectionScope connect(String endpoint, String region) throws InterruptedException {
        var result = program.signIn()
                .connect(ConnectRequest.unnamed().in(region).at(URI.create(endpoint)), new NobodyThere());
        if (result instanceof SignInResult.Connected connected) {
            return program.scope((AwsSession) connected.session());
        }
        throw new IllegalStateException("cannot connect: " + result);
    }

    /** Whether every part that is asked for without anybody looking was answered completely. */
    public static boolean isComplete(Deployment deployment, Iterable<Part<?>> parts) {
        for (var part : parts) {
            if (!isComplete(deployment, part)) {
                return false;
            }
        }
        return true;
    }

    public static <T> boolean isComplete(Deployment deployment, Part<T> part) {
        Observed<Listing<T>> observed = deployment.observed(part);
        var listing = observed.value();
        return listing != null && listing.complete();
    }

    /** Whether every part of the overview has an answer or a problem. */
    public static boolean isSettled(Deployment deployment) {
        return OverviewModel.MADE_OF.stream().allMatch(part -> isComplete(deployment, part)
                || deployment.observed(part).problem() != null
                || deployment.observed(part).cadence().isZero());
    }

    /** The same without the parts that are read from Route 53. */
    public static boolean isSettledButDns(Deployment deployment) {
        return OverviewModel.MADE_OF.stream()
                .allMatch(part -> DNS.contains(part)
                        || isComplete(deployment, part)
                        || deployment.observed(part).problem() != null);
    }

    /** Whether any instances are there. */
    public static boolean hasInstances(Deployment deployment) {
        return !deployment.items(Parts.INSTANCES).isEmpty();
    }

    @Override
    public void close() {
        program.close();
    }
}
