package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.SignInResult;
import io.atalaya.deployment.Parts;
import io.atalaya.evidence.capsule.KeyFolder;
import io.atalaya.evidence.claim.Claim;
import io.atalaya.evidence.recipe.Recipe;
import io.atalaya.evidence.verify.Expected;
import io.atalaya.evidence.verify.Verdict;
import io.atalaya.evidence.verify.Verifier;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** What {@code --self-test} asks, in an order in which each can use what the one before has opened. */
final class SelfChecks {
    private static final ConnectRequest SANDBOX = ConnectRequest.sandbox(ConsoleCommand.DEFAULT_SANDBOX);
    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> MODULES =
            List.of("java.desktop", "java.naming", "java.net.http", "java.sql", "jdk.httpserver", "jdk.naming.dns");
    private static final List<String> FACES = List.of("Inter", "JetBrains Mono", "FeatherIcons");
    private static final Recipe RECIPE = new Recipe(
            "self-test",
            "Self-test",
            List.of(),
            List.of("overview"),
            List.of(Parts.INSTANCES, Parts.LISTENERS, Parts.CERTIFICATES),
            List.of(Claim.HTTPS_ONLY));

    private final Program program;
    private final Path folder;
    private final SelfTest test;
    private @Nullable ConnectionScope scope;

    /** @param folder for what is written; gone with the test */
    SelfChecks(Program program, Path folder, SelfTest test) {
        this.program = program;
        this.folder = folder;
        this.test = test;
    }

    /** Asks only whether it starts, which takes seconds; returns the exit code. */
    int start() throws InterruptedException {
        begin();
        return test.verdict();
    }

    private void begin() throws InterruptedException {
        test.check("runtime", SelfChecks::runtime);
        test.check("authorities", SelfChecks::authorities);
        test.check("toolkit", SelfChecks::toolkit);
        test.check("window", this::window);
    }

    /** Asks everything; returns the exit code. */
    int run() throws InterruptedException {
        begin();
        test.check("aws calls", this::calls);
        if (scope != null) {
            test.check("tls", this::tls);
            test.check("fonts", SelfChecks::fonts);
            for (var language : Texts.LANGUAGES) {
                test.check("views " + language.toLanguageTag(), () -> views(language));
            }
            test.check("live tail", this::tail);
            test.check("pictures", this::pictures);
            scope.close();
            scope = null;
        }
        test.check("capsule", this::capsule);
        return test.verdict();
    }

    private static String runtime() {
        var missing = MODULES.stream()
                .filter(it -> ModuleLayer.boot().findModule(it).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("this Java has no " + String.join(", ", missing));
        }
        return "Atalaya %s, Java %s (%s), %s %s"
                .formatted(
                        new ProgramVersion().text(),
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.vm.info"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    private static String authorities() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((@Nullable KeyStore) null);
        var count = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .mapToInt(it -> ((X509TrustManager) it).getAcceptedIssuers().length)
                .sum();
        if (count == 0) {
            throw new IllegalStateException("Java believes no authority: no call to AWS can be made");
        }
        return count + " certificate authorities";
    }

    private static String toolkit() throws InterruptedException {
        OnFx.startToolkit();
        return "JavaFX " + System.getProperty("javafx.runtime.version") + ", "
                + (OnFx.call(Platform::isFxApplicationThread) ? "its thread answers" : "?");
    }

    private static String fonts() throws InterruptedException {
        var families = OnFx.call(Font::getFamilies);
        var missing = FACES.stream().filter(it -> !families.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not loaded: " + String.join(", ", missing));
        }
        return String.join(", ", FACES);
    }

    /** The program as a person starts it, until its first data is there. */
    private String window() throws InterruptedException {
        var app = new ConsoleApp(program, null, false);
        OnFx.call(() -> {
            app.begin(SANDBOX);
            return app;
        });
        try {
            var live = new CountDownLatch(1);
            for (var left = PATIENCE_SECONDS * 5; left > 0 && live.getCount() > 0; left--) {
                OnFx.pulses(6);
                if (OnFx.call(app::isLive)) {
                    live.countDown();
                }
            }
            if (live.getCount() > 0) {
                throw new IllegalStateException("the window has no data");
            }
            OnFx.pulses(60);
            return "opened, with data";
        } finally {
            OnFx.call(() -> {
                app.end();
                return app;
            });
        }
    }

    private String calls() throws InterruptedException {
        var gathering = new Gathering(program);
        var connected = gathering.connect(SANDBOX);
        if (!(connected instanceof SignInResult.Connected in)) {
            throw new IllegalStateException(Gathering.words((SignInResult.Failed) connected));
        }
        var opened = program.scope((AwsSession) in.session());
        scope = opened;
        var late = gathering.awaitAll(opened);
        var bad = Stream.concat(
                        late.stream(),
                        Parts.all().stream()
                                .filter(it -> opened.current().observed(it).problem() != null)
                                .map(it -> it.id() + ": "
                                        + opened.current().observed(it).problem()))
                .toList();
        if (!bad.isEmpty()) {
            throw new IllegalStateException("not read: " + String.join("; ", bad));
        }
        return Parts.all().size() + " parts of the sandbox read with the AWS SDK";
    }

    private String tls() {
        var shown = open().current().items(Parts.PROBES).stream()
                .filter(it -> it.tlsMillis() != null)
                .toList();
        if (shown.isEmpty()) {
            throw new IllegalStateException("no handshake with the sandbox's site");
        }
        return "handshakes with " + shown.size() + " hosts of the sandbox";
    }

    private String views(Locale language) throws InterruptedException {
        var opened = open();
        var shell = OnFx.call(() -> {
            var layout = new ScratchLayout();
            var theme = new Theme(Theme.Mode.DARK, 100);
            var preferences = new Preferences(layout, theme, language, new ProgramVersion().text());
            var tick = new NowTick(program.machinery().clock());
            var wiring = Wiring.atOnce(preferences, layout, tick, Program.zone());
            var model = wiring.shellModel(opened);
            var texts = new Texts(language, Wiring.BUNDLES);
            var content = wiring.shell(model, opened, wiring.context(opened, model, texts), new NoActions());
            var scene = new Scene(new StackPane(), 1440, 900);
            theme.adopt(scene);
            scene.setRoot(content.root());
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            content.start();
            tick.tick();
            return new OpenedView(stage, tick, model, content);
        });
        var views = Wiring.views(opened);
        for (var view : views) {
            OnFx.call(() -> {
                shell.model().show(view);
                return view;
            });
            OnFx.pulses(3);
        }
        OnFx.call(() -> shell.snapshotAndClose(1));
        return views.size() + " views";
    }

    private String tail() throws InterruptedException {
        try (var logs = new LogShots(open())) {
            var shots = logs.begin();
            if (shots.isEmpty()) {
                throw new IllegalStateException("no log could be read");
            }
            return draw(shots) + " pictures of a log as it is written";
        }
    }

    private String pictures() throws InterruptedException {
        return draw(Stream.concat(Shot.ALL.stream(), Shot.NOC.stream()).toList()) + " pictures";
    }

    private int draw(List<Shot> shots) throws InterruptedException {
        var blank = new ArrayList<String>();
        for (var shot : shots) {
            var image = shot.picture(program, open(), Theme.Mode.LIGHT, 1440, 900);
            var reader = image.getPixelReader();
            var corner = reader.getArgb(0, 0);
            var drawn = false;
            for (var y = 0; y < image.getHeight() && !drawn; y += 7) {
                drawn = reader.getArgb(y % (int) image.getWidth(), y) != corner;
            }
            if (!drawn) {
                blank.add(shot.name());
            }
        }
        if (!blank.isEmpty()) {
            throw new IllegalStateException("empty pictures: " + String.join(", ", blank));
        }
        return shots.size();
    }

    private String capsule() throws IOException, InterruptedException {
        var file = folder.resolve("self-test.zip");
        var made = new EvidenceRun(program, new KeyFolder(folder.resolve("keys")))
                .make(program, SANDBOX, RECIPE, new EvidenceWish(RECIPE.name(), file, null, null, List.of()));
        var checked = new Verifier(new Expected(made.key(), null, List.of(), true))
                .verify(List.of(Verifier.file(file.getFileName().toString(), file)));
        if (checked.verdict() != Verdict.INTACT) {
            throw new IllegalStateException("sealed, and then found to be " + checked.verdict());
        }
        return made.items() + " items sealed and verified";
    }

    private ConnectionScope open() {
        return java.util.Objects.requireNonNull(scope, "opened by the check before");
    }
}
