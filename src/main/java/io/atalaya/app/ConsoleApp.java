package io.atalaya.app;

import io.atalaya.aws.AwsRegions;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Session;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.ShellModel;
import io.atalaya.ui.signin.SignInController;
import io.atalaya.ui.signin.SignInModel;
import io.atalaya.ui.signin.SignInPorts;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program with a window: the sign-in, then a connection's shell, until the window is closed. Everything here happens on
 * the JavaFX thread, except {@link #run}.
 */
final class ConsoleApp {
    private final Program program;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable MainWindow window;
    private @Nullable Preferences preferences;
    private @Nullable NowTick tick;
    private @Nullable Wiring wiring;
    private @Nullable ConnectionScope scope;

    ConsoleApp(Program program) {
        this.program = program;
    }

    /** Opens the window and waits until the person closes it. */
    void run(ConnectRequest request) throws InterruptedException {
        OnFx.startToolkit();
        OnFx.call(() -> {
            open(request);
            return this;
        });
        closed.await();
        OnFx.call(() -> {
            end();
            return this;
        });
    }

    private void open(ConnectRequest request) {
        var layout = program.layout();
        var settings = new Preferences(
                layout, new Theme(Theme.Mode.SYSTEM, 100), Locale.getDefault(), new ProgramVersion().text());
        var clock = new NowTick(program.machinery().clock());
        var main = new Stage();
        main.setOnHidden(event -> closed.countDown());
        preferences = settings;
        tick = clock;
        window = new MainWindow(main, settings, layout, Wiring.BUNDLES);
        wiring = new Wiring(settings, layout, clock, Program.zone());
        clock.start();
        signIn().begin(request);
        main.show();
    }

    /** Shows the sign-in and returns its model. */
    private SignInModel signIn() {
        var background = program.machinery().blocking();
        var model = new SignInModel(
                new SignInPorts(program.signIn().profiles(), new AwsRegions(), program.recents(), program.signIn()),
                background,
                new FxThread(),
                program.machinery().clock(),
                this::connected);
        window().show(texts -> new SignInController(
                model, there(tick).now(), Program.zone(), texts, there(preferences), new Browser(background)::open));
        return model;
    }

    private void connected(Session session) {
        leaveScope();
        var opened = program.scope((AwsSession) session);
        scope = opened;
        ShellModel model = there(wiring).shellModel();
        var browser = new Browser(program.machinery().blocking());
        window().show(texts -> {
            var context = there(wiring).context(opened, model, texts);
            var actions = new ScopeActions(opened, context, program.machinery().blocking(), browser, this::leave);
            var shell = there(wiring).shell(model, opened, context, actions);
            actions.over(shell);
            return shell;
        });
        opened.start();
    }

    private void leave() {
        leaveScope();
        signIn();
    }

    private void leaveScope() {
        window().close();
        if (scope != null) {
            scope.close();
            scope = null;
        }
    }

    private void end() {
        leaveScope();
        there(tick).close();
    }

    private MainWindow window() {
        return there(window);
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "made when the window opens");
    }
}
