package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.ui.common.Pictures;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws every view of a connection into files without a display: light and dark, large and small. What could not be read is in
 * the pictures as it is on screen.
 */
final class Screens {
    /** Sizes in px at 100 % text scale. */
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1000, 700));

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
        var gathering = new Gathering(program);
        var connected = gathering.connect(request);
        if (connected instanceof SignInResult.Failed failed) {
            out.println("atalaya: " + Gathering.words(failed));
            return 1;
        }
        Files.createDirectories(folder); // told before the work and not after it
        try (var scope = program.scope((AwsSession) ((SignInResult.Connected) connected).session())) {
            OnFx.startToolkit();
            var late = gathering.awaitAll(scope);
            if (!late.isEmpty()) {
                out.println("atalaya: still loading: " + String.join(" ", late));
            }
            var gameDay = scope.gameDay();
            if (scenario == null || gameDay.isEmpty()) {
                draw(scope, Shot.ALL, folder);
                logs(scope, folder);
                draw(scope, Shot.NOC, folder);
                evidence(scope, folder);
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

    /** Somebody makes capsules for pictures: of a sandbox, whose key and chain are as short-lived as the pictures' home. */
    private void evidence(ConnectionScope scope, Path folder) throws InterruptedException, IOException {
        if (scope.session().isSandbox()) {
            var texts = new Texts(Texts.nearest(Locale.getDefault()), Wiring.BUNDLES);
            for (var recipe : List.of("soc2-a1.2", "claims", "soc2-a1.2")) {
                scope.evidence().make(recipe, new DrawnViews(program, scope), texts);
            }
            draw(scope, Shot.EVIDENCE, folder);
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
                        Pictures.writePng(shot.picture(program, scope, mode, size.width(), size.height()), file);
                        out.println(file);
                    }
                }
            }
        }
    }
}
