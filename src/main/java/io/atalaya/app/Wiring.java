package io.atalaya.app;

import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.overview.CalledOut;
import io.atalaya.operate.act.CliCommand;
import io.atalaya.operate.journal.JournalReader;
import io.atalaya.practice.GameDay;
import io.atalaya.ui.Acts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Navigator;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActingDesk;
import io.atalaya.ui.activity.ActivityController;
import io.atalaya.ui.activity.ActivityModel;
import io.atalaya.ui.activity.ActivitySaver;
import io.atalaya.ui.activity.ActivityTrail;
import io.atalaya.ui.balancing.LoadBalancingController;
import io.atalaya.ui.common.FxThread;
import io.atalaya.ui.common.NowTick;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.compute.ComputeController;
import io.atalaya.ui.databases.DatabasesController;
import io.atalaya.ui.dns.DnsController;
import io.atalaya.ui.evidence.EvidenceController;
import io.atalaya.ui.evidence.EvidencePorts;
import io.atalaya.ui.filesystems.FileSystemsController;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorModel;
import io.atalaya.ui.logs.LogsModel;
import io.atalaya.ui.overview.OverviewController;
import io.atalaya.ui.overview.OverviewModel;
import io.atalaya.ui.perimeter.PerimeterController;
import io.atalaya.ui.perimeter.PerimeterPorts;
import io.atalaya.ui.practice.GameDayController;
import io.atalaya.ui.practice.GameDayModel;
import io.atalaya.ui.shell.Attention;
import io.atalaya.ui.shell.Preferences;
import io.atalaya.ui.shell.RailEntry;
import io.atalaya.ui.shell.ShellActions;
import io.atalaya.ui.shell.ShellConnection;
import io.atalaya.ui.shell.ShellController;
import io.atalaya.ui.shell.ShellModel;
import io.atalaya.ui.topology.TopologyController;
import io.atalaya.ui.topology.TopologyModel;
import io.atalaya.ui.wall.WallController;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;

/** The one place that knows which views there are and what each is made of. */
final class Wiring {
    /** Base names of the texts of all areas. */
    static final List<String> BUNDLES = List.of(
            "io.atalaya.ui.common.common",
            "io.atalaya.ui.shell.shell",
            "io.atalaya.ui.signin.signin",
            "io.atalaya.ui.overview.overview",
            "io.atalaya.noc.noc",
            "io.atalaya.noc.desk.desk",
            "io.atalaya.ui.topology.topology",
            "io.atalaya.ui.inspector.inspector",
            "io.atalaya.ui.compute.compute",
            "io.atalaya.ui.balancing.balancing",
            "io.atalaya.ui.databases.databases",
            "io.atalaya.ui.filesystems.filesystems",
            "io.atalaya.ui.logs.logs",
            "io.atalaya.ui.logs.insights",
            "io.atalaya.ui.noc.noc",
            "io.atalaya.ui.noc.chart.chart",
            "io.atalaya.ui.wall.wall",
            "io.atalaya.ui.dns.dns",
            "io.atalaya.ui.perimeter.perimeter",
            "io.atalaya.ui.practice.practice",
            "io.atalaya.operate.operate",
            "io.atalaya.ui.acting.acting",
            "io.atalaya.ui.activity.activity",
            "io.atalaya.ui.evidence.evidence");

    /** The views, in the order of the rail. */
    static final List<String> VIEWS = List.of(
            "overview",
            "topology",
            "compute",
            "balancing",
            "databases",
            "filesystems",
            "logs",
            "noc",
            "dns",
            "perimeter",
            "activity",
            "evidence");

    /** The view of the capsules, which is in none of them. */
    static final String EVIDENCE = "evidence";

    /** The view that exists on a simulated deployment only. */
    static final String PRACTICE = "practice";

    /** What the badge of the topology counts. */
    private static final Set<ResourceType> REQUEST_PATH = Set.of(
            ResourceType.HOSTED_ZONE,
            ResourceType.RECORD_SET,
            ResourceType.LOAD_BALANCER,
            ResourceType.LISTENER,
            ResourceType.LISTENER_RULE,
            ResourceType.TARGET_GROUP,
            ResourceType.DATABASE,
            ResourceType.FILE_SYSTEM,
            ResourceType.MOUNT_TARGET);

    private final Preferences preferences;
    private final LayoutMemory layout;
    private final NowTick tick;
    private final ZoneId zone;
    private final Function<ConnectionScope, Executor> background;
    private final Executor screen;
    private final LogViews logViews;
    private final NocViews nocViews;

    /** Views that make what takes longer than a frame beside the screen. */
    Wiring(Preferences preferences, LayoutMemory layout, NowTick tick, ZoneId zone) {
        this(preferences, layout, tick, zone, ConnectionScope::layouts, new FxThread());
    }

    /** Views that make everything at once, so that a picture of them is complete. */
    static Wiring atOnce(Preferences preferences, LayoutMemory layout, NowTick tick, ZoneId zone) {
        return new Wiring(preferences, layout, tick, zone, scope -> Runnable::run, Runnable::run);
    }

    private Wiring(
            Preferences preferences,
            LayoutMemory layout,
            NowTick tick,
            ZoneId zone,
            Function<ConnectionScope, Executor> background,
            Executor screen) {
        this.background = background;
        this.screen = screen;
        this.logViews = new LogViews(background);
        this.nocViews = new NocViews(background);
        this.preferences = preferences;
        this.layout = layout;
        this.tick = tick;
        this.zone = zone;
    }

    /** The frame and views of a connection in one language. */
    ShellController shell(ShellModel model, ConnectionScope scope, ViewContext given, ShellActions actions) {
        var acting = scope.acting();
        var ports = new ActingDesk.Ports(
                acting.runner(),
                acting.arming(),
                Whereabouts.of(scope.session(), given.texts()),
                scope.session().name(),
                acting.protection(),
                request -> CliCommand.of(
                        request,
                        scope.session().region(),
                        scope.session().endpoint() == null
                                ? null
                                : String.valueOf(scope.session().endpoint())));
        var desk = new ActingDesk(
                ports,
                given,
                background.apply(scope),
                new FxThread()); // acts go on on threads of their own, pictures or not
        var context = given.with(desk);
        return new ShellController(
                model,
                context,
                new ShellConnection(scope.session(), scope::meter, scope::statuses, desk, new WindowCapture(scope)),
                rail(context, scope, actions),
                preferences,
                actions,
                layout);
    }

    ShellModel shellModel(ConnectionScope scope) {
        return new ShellModel(views(scope), layout);
    }

    /** The views of a connection, in the order of the rail. */
    static List<String> views(ConnectionScope scope) {
        return Stream.concat(VIEWS.stream(), scope.gameDay().map(it -> PRACTICE).stream())
                .toList();
    }

    /** What the views of a connection are given. */
    ViewContext context(ConnectionScope scope, Navigator navigator, Texts texts) {
        return new ViewContext(scope.deployment(), tick.now(), scope.asker(), navigator, zone, texts, Acts.NONE);
    }

    private List<RailEntry> rail(ViewContext context, ConnectionScope scope, ShellActions actions) {
        var overview = new OverviewModel(context.texts(), context.zone(), scope.history()::changes);
        overview.follow(context, background.apply(scope), screen);
        var logs = new LogsModel(scope.logs(), background.apply(scope), screen);
        logs.follow(context.now());
        var usual = List.of(
                new RailEntry(
                        "overview",
                        "fth-grid",
                        "overview.title",
                        overview.attention(),
                        () -> new OverviewController(context.over(overview.current()), overview)),
                new RailEntry(
                        "topology",
                        "fth-share-2",
                        "topology.title",
                        overview.attention(REQUEST_PATH),
                        () -> topology(context, scope, actions, logs)),
                new RailEntry(
                        "compute",
                        "fth-cpu",
                        "compute.title",
                        overview.attention(ComputeController.SHOWN),
                        () -> new ComputeController(
                                context,
                                layout,
                                inspector(context, scope, actions, logs),
                                scope.consoleOutputs(),
                                background.apply(scope),
                                screen)),
                new RailEntry(
                        "balancing",
                        "fth-shuffle",
                        "balancing.title",
                        overview.attention(LoadBalancingController.SHOWN, CalledOut.Where.BALANCING),
                        () -> new LoadBalancingController(
                                context,
                                scope.history()::strip,
                                scope.perimeterTrail(),
                                layout,
                                inspector(context, scope, actions, logs),
                                background.apply(scope),
                                screen)),
                new RailEntry(
                        "databases",
                        "fth-database",
                        "databases.title",
                        overview.attention(DatabasesController.SHOWN, CalledOut.Where.DATABASES),
                        () -> databases(context, scope, actions, logs)),
                new RailEntry(
                        "filesystems",
                        "fth-hard-drive",
                        "filesystems.title",
                        overview.attention(FileSystemsController.SHOWN, CalledOut.Where.FILE_SYSTEMS),
                        () -> ActBars.in(
                                new FileSystemsController(
                                        context,
                                        layout,
                                        inspector(context, scope, actions, logs),
                                        background.apply(scope),
                                        screen),
                                context)),
                logViews.entry(context, scope, actions, logs),
                nocViews.entry(context, scope, actions, logs),
                new RailEntry(
                        "dns",
                        "fth-globe",
                        "dns.title",
                        overview.attention(DnsController.SHOWN, CalledOut.Where.DNS),
                        () -> ActBars.in(
                                new DnsController(
                                        context,
                                        layout,
                                        inspector(context, scope, actions, logs),
                                        scope.session().isAws(),
                                        background.apply(scope),
                                        screen),
                                context)),
                new RailEntry(
                        "perimeter",
                        "fth-shield",
                        "perimeter.title",
                        overview.attention(PerimeterController.SHOWN),
                        () -> perimeter(context, scope, actions, logs)),
                new RailEntry(
                        "activity",
                        "fth-activity",
                        "activity.title",
                        new SimpleObjectProperty<>(Attention.NONE),
                        () -> activity(context, scope, actions)),
                new RailEntry(
                        EVIDENCE,
                        "fth-archive",
                        "evidence.title",
                        new SimpleObjectProperty<>(Attention.NONE),
                        () -> evidence(context, scope, actions)));
        return Stream.concat(usual.stream(), scope.gameDay().map(it -> practice(it, context, scope)).stream())
                .toList();
    }

    private RailEntry practice(GameDay gameDay, ViewContext context, ConnectionScope scope) {
        var model = new GameDayModel(gameDay, context.texts(), background.apply(scope), screen);
        model.follow(context);
        return new RailEntry(
                PRACTICE,
                "fth-life-buoy",
                "practice.title",
                model.attention(),
                () -> new GameDayController(context, model));
    }

    /** The wall of a connection. */
    WallController wall(ConnectionScope scope, ViewContext context) {
        return nocViews.wall(scope, context);
    }

    private DatabasesController databases(
            ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        return new DatabasesController(
                context,
                layout,
                inspector(context, scope, actions, logs),
                scope.history()::changes,
                background.apply(scope),
                screen);
    }

    private View perimeter(ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        return new PerimeterController(
                context,
                layout,
                inspector(context, scope, actions, logs),
                new PerimeterPorts(
                        scope.session().name() + "-" + scope.session().region(),
                        scope.history()::changes,
                        scope.perimeterTrail(),
                        scope.perimeters(),
                        scope.acting().runner()::note,
                        scope.session()
                                .caller()
                                .map(it -> it.arn().substring(it.arn().lastIndexOf('/') + 1))
                                .orElseGet(() -> System.getProperty("user.name", "console")),
                        actions::saveAs,
                        background.apply(scope),
                        screen));
    }

    private View activity(ViewContext context, ConnectionScope scope, ShellActions actions) {
        var acting = scope.acting();
        var trail = new ActivityTrail(
                new ActivityTrail.Ports(
                        scope.trailSearch(),
                        acting.actor(),
                        scope.clock(),
                        acting::requestsUnderWay,
                        scope.trailSince()),
                background.apply(scope),
                screen);
        var model = new ActivityModel(
                new ActivityModel.Ports(new JournalReader(acting.journal()), acting.actor(), acting::underWay),
                trail,
                background.apply(scope),
                screen);
        return new ActivityController(
                context, model, new ActivitySaver(acting.journal(), actions::saveAs, background.apply(scope), screen));
    }

    private View evidence(ViewContext context, ConnectionScope scope, ShellActions actions) {
        var evidence = scope.evidence();
        return new EvidenceController(
                context,
                new EvidencePorts(
                        evidence.capture(),
                        evidence.shelf(),
                        evidence.verdicts(),
                        evidence.recipes(context.texts().getLocale()),
                        evidence.documents(),
                        new WindowViews(scope, preferences),
                        actions::saveAs,
                        actions::choose,
                        scope.session().isAws(),
                        background.apply(scope),
                        screen));
    }

    private View topology(ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        var model = new TopologyModel(background.apply(scope), screen, context.now()::getValue);
        return new TopologyController(context, model, inspector(context, scope, actions, logs));
    }

    private InspectorController inspector(
            ViewContext context, ConnectionScope scope, ShellActions actions, LogsModel logs) {
        Consumer<URI> browser = page -> actions.browse(page.toString());
        var inspector = new InspectorController(
                context,
                new InspectorModel(background.apply(scope), screen),
                scope.session().isAws() ? browser : null);
        inspector.onLogs(found -> LogViews.read(found, logs, context));
        return inspector;
    }
}
