package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.aws.signin.AwsSignIn;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.connect.RecentConnections;
import io.atalaya.connect.Veto;
import io.atalaya.sandbox.SandboxOptions;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.acting.ProtectionMemory;
import io.atalaya.ui.common.FxThread;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the program that live as long as it does, whether it shows a window or draws pictures. */
final class Program implements AutoCloseable {
    /** In the environment: layout, settings and further windows are those of a first start, and none of it is kept. */
    static final String SAFE = "ATALAYA_SAFE";

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Map<String, String> environment;
    private final AppDirectories directories;
    private final Machinery machinery;
    private final SettingsFile settings;
    private final LayoutMemory layout;
    private final SandboxHost sandboxes;
    private final AwsSignIn signIn;
    private final RecentConnections recents;

    /**
     * @param environment {@link System#getenv()}
     * @param tuning changes the sandbox's options before it starts
     */
    Program(Map<String, String> environment, UnaryOperator<SandboxOptions> tuning) {
        this.environment = Map.copyOf(environment);
        this.machinery = new Machinery(environment);
        this.directories = AppDirectories.of(environment);
        this.settings = new SettingsFile(directories.config().resolve("settings.json"), machinery.housekeeping());
        this.layout = isSafe() ? new ScratchLayout() : new SavedLayout(settings);
        this.recents = new RecentConnectionsFile(directories.data().resolve("recent.json"));
        this.sandboxes = new SandboxHost(machinery.clock(), tuning);
        this.signIn = new AwsSignIn(
                new AwsSignIn.Computer(
                        environment,
                        Path.of(System.getProperty("user.home")),
                        machinery.clock(),
                        Thread::sleep,
                        machinery.blocking()),
                sandboxes,
                Program::vetoed,
                machinery.budgets(),
                machinery.http());
    }

    /** What to open when the command line names nothing: the sandbox, so that a first start needs no account. */
    static ConnectRequest orSandbox(ConnectRequest wish) {
        return wish.equals(ConnectRequest.unnamed()) ? ConnectRequest.sandbox(ConsoleCommand.DEFAULT_SANDBOX) : wish;
    }

    /** As this process was given it. */
    Map<String, String> environment() {
        return environment;
    }

    AppDirectories directories() {
        return directories;
    }

    Machinery machinery() {
        return machinery;
    }

    LayoutMemory layout() {
        return layout;
    }

    /** Whether it began with nothing of what was kept of earlier windows. */
    boolean isSafe() {
        return environment.containsKey(SAFE);
    }

    /** What was connected to before. */
    RecentConnections recents() {
        return recents;
    }

    AwsSignIn signIn() {
        return signIn;
    }

    /** A connection around a session; whoever asks closes it. */
    ConnectionScope scope(AwsSession session) {
        return scope(session, new FxThread());
    }

    /** The same where there is no screen: snapshots are shown on the threads that bring them. */
    ConnectionScope scopeWithoutScreen(AwsSession session) {
        return scope(session, Runnable::run);
    }

    private ConnectionScope scope(AwsSession session, Executor screen) {
        return new ConnectionScope(
                session,
                machinery,
                screen,
                sandboxes.practice(session.request().sandbox()).orElse(null),
                new ProtectionMemory(layout()),
                () -> sandboxes.surroundings(session.request().sandbox()));
    }

    SandboxHost sandboxes() {
        return sandboxes;
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    private static void vetoed(Veto veto) {
        LOG.warn("the write gate refused {}: {}", veto.call(), veto.reason());
    }

    @Override
    public void close() {
        settings.close();
        machinery.close(); // waits for what is being sent, also to a sandbox
        sandboxes.close();
    }
}
