package io.atalaya.app;

import io.atalaya.aws.AwsRegions;
import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.Session;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.shell.MainWindow;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.signin.SignInController;
import io.atalaya.ui.signin.SignInModel;
import io.atalaya.ui.signin.SignInPorts;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One window: the sign-in, then a connection's shell, then perhaps another. On the JavaFX thread only. */
final class ConsoleWindow {
    /** What a window asks of the program around it. */
    interface Around {
        /** Another deployment in another window. */
        void openAnother();

        /** Whether a connection begins with its wall. */
        boolean wall();

        /** Every window is closed, and comes back with the next start. */
        void quit();
    }

    /** What all windows share. */
    record Shared(
            Program program, SharedScopes scopes, Preferences preferences, NowTick tick, OpenWindows remembered) {}

    private final Shared shared;
    private final int number;
    private final Around around;
    private final MainWindow window;
    private final Wiring wiring;
    private @Nullable SignInModel signIn;
    private SharedScopes.@Nullable Lease lease;
    private @Nullable Function<Texts, MainWindow.Content> console;
    private @Nullable Function<Texts, MainWindow.Content> hanging;

    /** @param number of the window, counted from 1 */
    ConsoleWindow(Shared shared, int number, Stage stage, Around around) {
        this.shared = shared;
        this.number = number;
        this.around = around;
        var memory = new WindowMemory(shared.program().layout(), number);
        this.window = new MainWindow(stage, shared.preferences(), memory, Wiring.BUNDLES);
        this.wiring = new Wiring(shared.preferences(), memory, shared.tick(), Program.zone());
    }

    /** Opens the window with the choice of what to connect to. */
    void open() {
        chooseConnection();
        window.stage().show();
    }

    /** Opens the window and connects. */
    void open(ConnectRequest request) {
        chooseConnection().begin(request);
        window.stage().show();
    }

    /** Whether it is connected to this. */
    boolean shows(ConnectRequest request) {
        return scope().filter(it -> it.session().request().equals(request)).isPresent();
    }

    int number() {
        return number;
    }

    Stage stage() {
        return window.stage();
    }

    /** What is shown; empty while signing in. */
    Optional<ConnectionScope> scope() {
        return Optional.ofNullable(lease).map(SharedScopes.Lease::scope);
    }

    private SignInModel chooseConnection() {
        var program = shared.program();
        var background = program.machinery().blocking();
        var model = new SignInModel(
                new SignInPorts(program.signIn().profiles(), new AwsRegions(), program.recents(), program.signIn()),
                background,
                new FxThread(),
                program.machinery().clock(),
                this::connected);
        signIn = model;
        stage().setTitle("Atalaya");
        window.show(texts -> new SignInController(
                model,
                shared.tick().now(),
                Program.zone(),
                texts,
                shared.preferences(),
                new Browser(background)::open));
        return model;
    }

    private void connected(Session session) {
        leaveScope();
        var held = shared.scopes().of((AwsSession) session);
        var scope = held.scope();
        lease = held;
        scope.pace(shared.tick().now());
        signIn = null;
        shared.remembered().connected(number, session.request());
        stage().setTitle(session.name() + " · " + session.region() + " · Atalaya");
        var background = shared.program().machinery().blocking();
        var browser = new Browser(background);
        var model = wiring.shellModel(scope);
        console = texts -> {
            var context = wiring.context(scope, model, texts);
            var actions = new ScopeActions(scope, context, background, browser, this::leave, this::hang, around);
            var shell = wiring.shell(model, scope, context, actions);
            actions.over(shell);
            return shell;
        };
        hanging = texts -> new OnWall(wiring.wall(scope, wiring.context(scope, model, texts)), this::takeDown);
        if (around.wall()) {
            hang();
        } else {
            window.show(console);
        }
    }

    /** The wall, full screen. */
    private void hang() {
        if (hanging != null) {
            window.show(hanging);
            stage().setFullScreenExitKeyCombination(KeyCombination.NO_MATCH); // Esc ends the wall, and that the screen
            stage().setFullScreenExitHint("");
            stage().setFullScreen(true);
        }
    }

    /** Back from the wall. */
    private void takeDown() {
        stage().setFullScreen(false);
        if (console != null) {
            window.show(console);
        }
    }

    /** Back to the choice: this window lets go of its connection. */
    void leave() {
        leaveScope();
        chooseConnection();
    }

    private void leaveScope() {
        window.close();
        console = null;
        hanging = null;
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    /** The window is gone for good, and with it its sign-in or its hold on a connection. */
    void end() {
        if (signIn != null) {
            signIn.cancel();
            signIn = null;
        }
        leaveScope();
        window.dispose();
    }
}
