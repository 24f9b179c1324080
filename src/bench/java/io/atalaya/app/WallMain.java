package io.atalaya.app;

import com.sun.management.OperatingSystemMXBean;
import io.atalaya.aws.readers.WallWire;
import io.atalaya.connect.CredentialState;
import io.atalaya.connect.Renewal;
import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.noc.catalogue.Catalogue;
import io.atalaya.noc.catalogue.CatalogueFile;
import io.atalaya.noc.history.DeploymentKey;
import io.atalaya.noc.history.Keep;
import io.atalaya.noc.history.MetricHistory;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Navigator;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.SnapshotPump;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Theme;
import io.atalaya.ui.shell.TestSession;
import io.atalaya.ui.wall.WallController;
import io.atalaya.ui.wall.WallHealth;
import io.atalaya.ui.wall.WallPorts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The wall of CheckOP for hours of simulated time, as fast as it goes: loop, boards, desk with its file and a team's folder,
 * history, and a window that draws whenever the wall changes. The sandbox is in this process too.
 */
public final class WallMain {
    private static final Duration STEP = Duration.ofSeconds(1);
    /** A wall that nobody touches ticks so often. */
    private static final int STEPS_A_PULSE = 5;

    private final Catalogue catalogue = CatalogueFile.shipped();
    private final WallWire wire = new WallWire(catalogue);
    private final Executor screen = new FxThread();
    private final SnapshotPump<Deployment> pump;
    private final ScopeDesk desk;
    private final DeskOnScreen watched;
    private final ScopeHistory measured;
    private final NowTick tick;

    private WallMain(Path home) throws IOException {
        var time = wire.time();
        pump = new SnapshotPump<>(wire.deployment(), screen);
        var team = Files.createDirectories(home.resolve("team"));
        var desks = new OpenDesks(new DeskPlace(home.resolve("desks"), team.toString(), null), time);
        desk = new ScopeDesk(
                () -> catalogue,
                listener -> desks.sit(new TestSession(time.instant()), listener),
                time,
                time,
                time,
                "m.rojas");
        measured = new ScopeHistory(
                new MetricHistory(home.resolve("history.sqlite"), Keep.USUAL, notice -> {}),
                DeploymentKey.ofSandbox("checkop"),
                Machinery.single("atalaya-history"),
                time);
        desk.listen(seen -> {
            if (seen.board() != null) {
                measured.observe(seen.board());
            }
        });
        watched = new DeskOnScreen(desk, screen, measured::remember, false);
        tick = new NowTick(time);
    }

    /** @param args hours; prints {@code hour NUMBER MEGABYTES CPU-SECONDS FX-SECONDS RESIDENT} for each, then {@code calls NUMBER} */
    public static void main(String[] args) throws Exception {
        OnFx.startToolkit();
        var home = Files.createTempDirectory("atalaya-wall");
        var main = new WallMain(home);
        main.run(Integer.parseInt(args[0]));
        System.exit(0);
    }

    private void run(int hours) throws Exception {
        var stage = OnFx.call(this::open);
        long fx = OnFx.call(() -> Thread.currentThread().threadId());
        measured.start();
        desk.start();
        for (int hour = 1; hour <= hours; hour++) {
            long cpu = cpuNanos();
            long drawn = fxNanos(fx);
            for (int step = 0; step < Duration.ofHours(1).dividedBy(STEP); step++) {
                wire.time().advance(STEP);
                desk.observe(wire.deployment());
                pump.accept(wire.deployment());
                if (step % STEPS_A_PULSE == 0) {
                    pulse(stage.getScene());
                }
            }
            double used = (cpuNanos() - cpu) / 1e9;
            double drawing = (fxNanos(fx) - drawn) / 1e9;
            wire.forgetRequests();
            System.out.println("hour " + hour + " " + aliveMegabytes() + " " + used + " " + drawing + " " + residentMegabytes());
        }
        System.out.println("calls " + wire.calls() + " " + watched.state().getValue().events().size());
    }

    private Stage open() {
        var theme = new Theme(Theme.Mode.DARK, 100);
        theme.mode().set(Theme.Mode.DARK);
        var context = new ViewContext(
                pump.shown(),
                tick.now(),
                new LoopAsker(wire.loop()),
                new Nowhere(),
                ZoneOffset.UTC,
                new Texts(Locale.ENGLISH, Wiring.BUNDLES),
                Acts.NONE);
        pump.pace(tick.now());
        var wall = new WallController(
                context,
                new WallPorts(
                        watched.board(),
                        watched,
                        () -> new WallHealth(
                                "CheckOP",
                                "111122223333 us-east-1",
                                false,
                                new CredentialState(null, Renewal.AUTOMATIC),
                                1,
                                0.1)));
        var scene = new Scene(new StackPane(), 1440, 900);
        theme.adopt(scene);
        scene.setRoot(wall.root());
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        wall.activate();
        // simulated time waits for the screen, or all of it would have passed before the second picture
        tick.start(wire.time(), WallMain::waitFor);
        return stage;
    }

    private static void waitFor(Runnable task) {
        try {
            OnFx.call(() -> {
                task.run();
                return task;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Until the wall was laid out, as it is now. */
    private static void pulse(Scene scene) throws InterruptedException {
        var drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.countDown();
                }
            });
            Platform.requestNextPulse();
        });
        if (!drawn.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frame");
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long fxNanos(long thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    private static double aliveMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static double residentMegabytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A wall leads nowhere. */
    private static final class Nowhere implements Navigator {
        @Override
        public void show(String viewId) {
            throw new IllegalStateException(viewId);
        }

        @Override
        public void reveal(ResourceRef resource) {
            throw new IllegalStateException(resource.id());
        }
    }
}
