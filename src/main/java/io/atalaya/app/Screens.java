package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Listing;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Pictures;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Draws every view of a connection into files without a display: light and dark, large and small. What could not be read is in
 * the pictures as it is on screen.
 */
final class Screens {
    /** Sizes in px at 100 % text scale. */
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1000, 700));
    private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(60);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(90);

    private final Program program;
    private final @Nullable String scenario;
    private final PrintWriter out;

    /**
     * @param scenario an incident to draw, and what happened after it; null for none
     * @param out is told each file
     */
    Screens(Program program, @Nullable String scenario, PrintWriter out) {
        this.program = program;
        this.scenario = scenario;
        this.out = out;
    }

    /** Makes the pictures; returns 0, or 1 when the connection cannot be made, which is told. */
    int draw(ConnectRequest request, Path folder) throws InterruptedException, IOException {
        var connected = connect(request);
        if (connected instanceof SignInResult.Failed failed) {
            var problem = failed.problem();
            var where = problem.call() + ": ";
            out.println("atalaya: " + (problem.message().startsWith(where) ? "" : where) + problem.message());
            return 1;
        }
        Files.createDirectories(folder); // told before the work and not after it
        try (var scope = program.scope((AwsSession) ((SignInResult.Connected) connected).session())) {
            OnFx.startToolkit();
            awaitAll(scope);
            var gameDay = scope.gameDay();
            if (scenario == null || gameDay.isEmpty()) {
                draw(scope, Shot.ALL, folder);
                logs(scope, folder);
                draw(scope, Shot.NOC, folder);
                acted(scope, folder);
            } else {
                var incident =
                        new Incident(scope, gameDay.get(), program.machinery().clock());
                if (!incident.begin(scenario)) {
                    out.println("atalaya: " + scenario + " shows nothing new yet");
                }
                draw(scope, Shot.ALL, folder);
                draw(scope, Shot.NOC, folder);
                if (!incident.end()) {
                    out.println("atalaya: " + scenario + " has not healed yet");
                }
                draw(scope, List.of(Shot.PRACTICE.named("game-day-ended")), folder);
            }
        }
        return 0;
    }

    /** Somebody reads logs for pictures: on a sandbox, because Live Tail costs money elsewhere. */
    private void logs(ConnectionScope scope, Path folder) throws InterruptedException, IOException {
        if (scope.session().isSandbox()) {
            try (var logs = new LogShots(scope)) {
                draw(scope, logs.begin(), folder);
            }
        }
    }

    /** Somebody acts for pictures: on a sandbox, and nowhere else. */
    private void acted(ConnectionScope scope, Path folder) throws InterruptedException, IOException {
        var sandbox = Optional.ofNullable(scope.session().request().sandbox()).flatMap(program.sandboxes()::running);
        if (scope.session().isSandbox() && sandbox.isPresent()) {
            var texts = new Texts(Texts.nearest(Locale.getDefault()), Wiring.BUNDLES);
            var rehearsal = new Rehearsal(scope, sandbox.get(), texts);
            rehearsal.before();
            draw(scope, Shot.ARMED, folder);
            rehearsal.goesOn(program.machinery().clock().instant());
            draw(scope, Shot.ACTED, folder);
            draw(scope, List.of(Shot.watched(rehearsal)), folder);
        }
    }

    private void draw(ConnectionScope scope, List<Shot> shots, Path folder) throws InterruptedException, IOException {
        var views = Wiring.views(scope);
        for (var mode : List.of(Theme.Mode.DARK, Theme.Mode.LIGHT)) {
            for (var size : SIZES) {
                // what was drawn knows the snapshots weakly, and would be made anew with each until the collector comes
                System.gc();
                for (var shot : shots) {
                    if (views.contains(shot.view()) || shot.view().equals(Shot.WALL)) {
                        var name = "%s-%s-%dx%d.png"
                                .formatted(
                                        shot.name(), mode.name().toLowerCase(Locale.ROOT), size.width(), size.height());
                        var file = folder.resolve(name);
                        Pictures.writePng(picture(scope, shot, mode, size), file);
                        out.println(file);
                    }
                }
            }
        }
    }

    private SignInResult connect(ConnectRequest request) throws InterruptedException {
        var signingIn =
                program.machinery().blocking().submit(() -> program.signIn().connect(request, new NobodyThere()));
        try {
            return signingIn.get(SIGN_IN_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            signingIn.cancel(true);
            return new SignInResult.Failed(new Problem(
                    Problem.Kind.TIMEOUT,
                    "sign-in",
                    "Timeout",
                    "nobody is there to approve, and AWS did not answer within a minute",
                    null,
                    null,
                    program.machinery().clock().instant()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("sign-in", e.getCause());
        }
    }

    /** Until every part was read or has a problem. What is not there by then is drawn as it is. */
    private void awaitAll(ConnectionScope scope) throws InterruptedException {
        var done = new CountDownLatch(1);
        scope.onSnapshot(snapshot -> {
            if (Parts.all().stream().allMatch(part -> settled(snapshot, part))) {
                done.countDown();
            }
        });
        scope.asker().watch(new HashSet<>(Parts.all()));
        scope.start();
        if (!done.await(READ_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            out.println("atalaya: still loading: "
                    + String.join(
                            " ",
                            Parts.all().stream()
                                    .filter(part -> !settled(scope.current(), part))
                                    .map(Part::id)
                                    .toList()));
        }
    }

    private static <T> boolean settled(Deployment snapshot, Part<T> part) {
        Observed<Listing<T>> observed = snapshot.observed(part);
        var listing = observed.value();
        return observed.problem() != null || (listing != null && listing.complete());
    }

    private WritableImage picture(ConnectionScope scope, Shot shot, Theme.Mode mode, Size size)
            throws InterruptedException {
        var opened = OnFx.call(() -> Opened.open(program, scope, shot, mode, size.width(), size.height()));
        OnFx.pulses(4);
        OnFx.call(() -> {
            if (opened.content() instanceof ShellController shell) {
                shot.prepare().accept(new Shot.Desk(opened.model(), shell, scope.current()));
            }
            return shot;
        });
        shot.meanwhile().happens();
        OnFx.pulses(6);
        return OnFx.call(opened::snapshotAndClose);
    }

    /** One view on an invisible stage. */
    private record Opened(Stage stage, NowTick tick, ShellModel model, MainWindow.Content content) {
        static Opened open(Program program, ConnectionScope scope, Shot shot, Theme.Mode mode, int width, int height) {
            var layout = new ScratchLayout();
            var theme = new Theme(mode, 100);
            var preferences = new Preferences(layout, theme, Locale.getDefault(), new ProgramVersion().text());
            theme.mode().set(mode);
            var tick = new NowTick(program.machinery().clock());
            var wiring = Wiring.atOnce(preferences, layout, tick, Program.zone());
            var model = wiring.shellModel(scope);
            var wall = shot.view().equals(Shot.WALL);
            if (!wall) {
                model.show(shot.view());
            }
            var texts = new Texts(preferences.language().get(), Wiring.BUNDLES);
            var context = wiring.context(scope, model, texts);
            var content = wall
                    ? new OnWall(wiring.wall(scope, context), () -> {})
                    : wiring.shell(model, scope, context, new NoActions());
            var scene = new Scene(new StackPane(), width, height);
            theme.adopt(scene);
            scene.setRoot(content.root());
            var stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            content.start();
            tick.tick();
            return new Opened(stage, tick, model, content);
        }

        WritableImage snapshotAndClose() {
            tick.tick();
            var root = stage.getScene().getRoot();
            root.applyCss();
            root.layout();
            var image = stage.getScene().snapshot(null);
            content.close();
            tick.close();
            stage.close();
            return image;
        }
    }
}
