package io.atalaya.app;

import io.atalaya.aws.signin.AwsSession;
import io.atalaya.connect.ConnectRequest;
import io.atalaya.deployment.Parts;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.Preferences;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program with windows, each with a connection of its own, until the last is closed. One process, one clock, one budget
 * for each account and region. Everything here happens on the JavaFX thread, except {@link #run}.
 */
final class ConsoleApp implements ConsoleWindow.Around {
    /** Sizes in px; the system takes the one that fits. */
    private static final List<Integer> ICONS = List.of(32, 64, 256);

    private final Program program;
    private final @Nullable String scenario;
    private final boolean wall;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<ConsoleWindow> windows = new ArrayList<>();
    private ConsoleWindow.@Nullable Shared shared;

    /**
     * @param scenario an incident to begin with; null for none
     * @param wall whether a connection begins with its wall
     */
    ConsoleApp(Program program, @Nullable String scenario, boolean wall) {
        this.program = program;
        this.wall = wall;
        this.scenario = scenario;
    }

    /** Opens the windows and waits until the person has closed them all. */
    void run(ConnectRequest request) throws InterruptedException {
        OnFx.startToolkit();
        OnFx.call(() -> {
            StartMarks.of(program.environment(), this, program.machinery().clock());
            begin(request);
            return this;
        });
        closed.await();
        OnFx.call(() -> {
            end();
            return this;
        });
    }

    /** Opens the first window with this, and those that were open besides when the program ended. */
    void begin(ConnectRequest request) {
        var layout = program.layout();
        var settings = new Preferences(
                layout, new Theme(Theme.Mode.SYSTEM, 100), Locale.getDefault(), new ProgramVersion().text());
        var clock = program.machinery().clock();
        var tick = new NowTick(clock);
        shared = new ConsoleWindow.Shared(
                program, new SharedScopes(this::scope, clock), settings, tick, new OpenWindows(layout));
        tick.start(program.machinery().scheduler(), new FxThread());
        window(1).open(request);
        shared.remembered().remembered().forEach((number, other) -> window(number)
                .open(other));
    }

    private ConnectionScope scope(AwsSession session) {
        var opened = program.scope(session);
        if (scenario != null) {
            opened.gameDay()
                    .ifPresent(it -> opened.onSnapshot(
                            new Arrival(it, scenario, program.machinery().blocking())));
        }
        notices(opened, session);
        return opened;
    }

    /** Whoever looks elsewhere is told, once for all windows of a connection. */
    private void notices(ConnectionScope opened, AwsSession session) {
        var settings = shared().preferences();
        var machinery = program.machinery();
        var notices = new DeskNotices(new DeskNotices.Ports(
                settings.notices()::get,
                WindowNotices::watching,
                new NoticeWords(settings.language()::get, ZoneId.systemDefault(), session.name(), session.isSandbox()),
                new FxThread(),
                machinery.blocking(),
                machinery.notifier(),
                new WindowNotices(settings.theme().dark()::get)));
        opened.onDesk(state -> notices.look(state, machinery.clock().instant()));
    }

    @Override
    public void openAnother() {
        for (var number = 1; number <= OpenWindows.MOST; number++) {
            var free = number;
            if (windows.stream().noneMatch(each -> each.number() == free)) {
                window(free).open();
                return;
            }
        }
    }

    /** Somebody started the program once more: what was asked for is shown, in a window of its own unless one has it. */
    void later(String wish) {
        new FxThread().execute(() -> {
            var asked = OpenWindows.parse(wish).filter(it -> !it.equals(ConnectRequest.unnamed()));
            var front = windows.stream()
                    .filter(each -> asked.isEmpty() || each.shows(asked.get()))
                    .findFirst()
                    .or(() -> asked.flatMap(this::another));
            front.ifPresent(it -> {
                it.stage().setIconified(false);
                it.stage().toFront();
                it.stage().requestFocus();
            });
        });
    }

    private Optional<ConsoleWindow> another(ConnectRequest request) {
        return IntStream.rangeClosed(1, OpenWindows.MOST)
                .filter(number -> windows.stream().noneMatch(each -> each.number() == number))
                .boxed()
                .findFirst()
                .map(number -> {
                    var window = window(number);
                    window.open(request);
                    return window;
                });
    }

    @Override
    public boolean wall() {
        return wall;
    }

    @Override
    public void quit() {
        end();
    }

    private static Image icon(int size) {
        var name = "icons/atalaya-" + size + ".png";
        return new Image(
                Objects.requireNonNull(ConsoleApp.class.getResource(name), name).toExternalForm());
    }

    private ConsoleWindow window(int number) {
        var stage = new Stage();
        stage.getIcons().addAll(ICONS.stream().map(ConsoleApp::icon).toList());
        var window = new ConsoleWindow(shared(), number, stage, this);
        windows.add(window);
        stage.setOnHidden(event -> closed(window));
        return window;
    }

    /** A person closed one of them: the others go on, and this one does not come back. */
    private void closed(ConsoleWindow window) {
        if (windows.remove(window)) {
            shared().remembered().closed(window.number());
            window.end();
            if (windows.isEmpty()) {
                closed.countDown();
            }
        }
    }

    /** Closes what is open without forgetting it. */
    void end() {
        var all = List.copyOf(windows);
        windows.clear();
        for (var each : all) {
            each.end();
            each.stage().close();
        }
        if (shared != null) {
            shared.tick().close();
        }
        closed.countDown();
    }

    /** The windows that are open, in the order of opening. */
    List<ConsoleWindow> windows() {
        return List.copyOf(windows);
    }

    /** Whether a window has data. */
    boolean isLive() {
        return windows.stream()
                .flatMap(it -> it.scope().stream())
                .anyMatch(it -> !it.current().items(Parts.INSTANCES).isEmpty());
    }

    /** How many connections are open, for however many windows. */
    int connections() {
        return shared().scopes().count();
    }

    private ConsoleWindow.Shared shared() {
        return Objects.requireNonNull(shared, "made when the first window opens");
    }
}
