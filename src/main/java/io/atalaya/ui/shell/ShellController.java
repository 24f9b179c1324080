package io.atalaya.ui.shell;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.Acts;
import io.atalaya.ui.Captures;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Reach;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActingDesk;
import io.atalaya.ui.acting.ArmedFrame;
import io.atalaya.ui.acting.NoticeStack;
import io.atalaya.ui.acting.SheetLayer;
import io.atalaya.ui.common.ProblemCard;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.evidence.CaptureCard;
import io.atalaya.ui.evidence.CaptureKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every view of one connection in one language: puts the view at hand on stage, ticks the bars, owns the
 * palette, the popups and the windows. A change of language closes it and makes another over the same {@link ShellModel}.
 */
public final class ShellController implements MainWindow.Content {
    /** Where a resource is shown when the view at hand does not show it. */
    private static final String HOME_OF_RESOURCES = "topology";

    /** Where it is shown who reaches what. */
    private static final String HOME_OF_QUESTIONS = "perimeter";

    /** Where capsules are. */
    private static final String HOME_OF_CAPSULES = "evidence";

    /** Where acts are shown. */
    private static final String HOME_OF_ACTS = "activity";

    private final ShellModel model;
    private final ViewContext context;
    private final ShellConnection connection;
    private final List<RailEntry> entries;
    private final Preferences preferences;
    private final ShellActions actions;
    private final OwnWindows windows;
    private final ActingDesk acting;
    private final TopBarModel top;
    private final TopBarController topBar;
    private final RailController rail;
    private final StatusBarModel status;
    private final PaletteController palette;
    private final Pop pop;
    private final @Nullable CaptureKey captures;
    private final Map<String, View> views = new LinkedHashMap<>();
    private final ShellKeys keys;
    private final Parent node;
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable View shown;

    @FXML
    private StackPane root;

    @FXML
    private StackPane stage;

    @FXML
    private StackPane overlay;

    @FXML
    private SheetLayer sheet;

    @FXML
    private ArmedFrame armedFrame;

    @FXML
    private NoticeStack notices;

    @FXML
    private CaptureCard capture;

    /**
     * @param entries the views there are, at least one
     * @param memory where windows of their own were
     */
    public ShellController(
            ShellModel model,
            ViewContext context,
            ShellConnection connection,
            List<RailEntry> entries,
            Preferences preferences,
            ShellActions actions,
            LayoutMemory memory) {
        this.captures = connection.captures();
        this.model = model;
        this.context = context;
        this.connection = connection;
        this.entries = List.copyOf(entries);
        this.preferences = preferences;
        this.actions = actions;
        this.top = new TopBarModel(connection, context.texts(), context.zone());
        this.status = new StatusBarModel(connection, context.texts(), context.zone());
        this.acting = connection.acting();
        this.windows = new OwnWindows(
                model, top, context.texts(), preferences.theme(), memory, acting.arming(), this::showArming);
        this.keys = new ShellKeys(this, model);
        this.pop = new Pop(preferences.theme());
        this.palette = new PaletteController(context.texts(), this::open);
        this.rail = new RailController(
                model,
                this.entries,
                context.texts(),
                new RailController.Ways(
                        this::openPalette, this::openOwnWindow, model::togglePinnedNarrow, this::showSettings));
        this.topBar = new TopBarController(
                top,
                acting.arming(),
                context.texts(),
                new TopBarController.Ways(
                        this::showConnection, this::showMeter, actions::renew, this::askNow, this::showArming));
        var statusBar = new StatusBarController(status, this::showProblem, () -> model.show(HOME_OF_ACTS));
        this.node = ViewLoader.load(this, context.texts(), rail, topBar, statusBar, palette);
    }

    @Override
    public Parent root() {
        return node;
    }

    /** On screen from now on: ticks, shows the view at hand, opens the windows that were open. */
    @Override
    public void start() {
        acting.start();
        armedFrame.follow(acting.arming());
        notices.follow(acting, context);
        if (captures != null) {
            capture.follow(captures.model(), context, this::showCapsule);
        }
        rail.blockedProperty().bind(sheet.openProperty());
        subscriptions = Subscription.combine(
                context.now().subscribe(it -> tick()),
                context.deployment().subscribe(it -> tick()),
                model.roomProperty().subscribe(it -> tick()),
                model.currentProperty().subscribe(this::present),
                model.wishProperty().subscribe(wish -> {
                    if (wish != null) {
                        reveal(wish.resource());
                    }
                }),
                model.questionProperty().subscribe(question -> {
                    if (question != null) {
                        answer(question.reach());
                    }
                }),
                root.sceneProperty().subscribe((before, after) -> keys.move(before, after)),
                root.widthProperty().subscribe(it -> measure()),
                preferences.theme().scale().subscribe(it -> measure()));
        keys.move(null, root.getScene());
        for (var id : model.detached()) {
            entry(id).ifPresent(windows::open);
        }
    }

    /** Off screen for good: no view asks for anything any more. Windows of their own come back with the next shell. */
    @Override
    public void close() {
        subscriptions.unsubscribe();
        keys.move(root.getScene(), null);
        pop.close();
        sheet.close();
        notices.forget();
        capture.forget();
        windows.closeAll();
        leaveStage();
        acting.close();
        views.values().forEach(View::close);
        views.clear();
    }

    private void measure() {
        if (root.getWidth() > 0) {
            model.roomProperty()
                    .set(root.getWidth() * 100 / preferences.theme().scale().get());
        }
    }

    private void tick() {
        var now = context.now().getValue();
        var deployment = context.deployment().getValue();
        top.tick(now, deployment, model.shortCaller(!top.getNotAws().isEmpty()), model.tight());
        status.tick(now, deployment);
        status.acts(acting.running().running(), now, deployment);
    }

    private void present(String id) {
        entry(id).ifPresent(entry -> {
            sheet.close();
            leaveStage();
            var view = views.computeIfAbsent(id, it -> entry.factory().get());
            stage.getChildren().setAll(view.root());
            shown = view;
            view.activate();
        });
    }

    private void leaveStage() {
        if (shown != null) {
            shown.deactivate();
            shown = null;
        }
    }

    private void reveal(ResourceRef resource) {
        if (shown instanceof Reveals here && here.reveal(resource)) {
            return;
        }
        model.show(HOME_OF_RESOURCES);
        if (shown instanceof Reveals there) {
            there.reveal(resource);
        }
    }

    private void answer(Reach question) {
        model.show(HOME_OF_QUESTIONS);
        if (shown instanceof Reach.Answers there) {
            there.answer(question);
        }
    }

    private Optional<RailEntry> entry(String id) {
        return entries.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Opens the palette with something typed already. */
    public void find(String query) {
        openPalette();
        palette.model().queryProperty().set(query);
    }

    void openPalette() {
        if (sheet.isOpen()) {
            return; // one question at a time
        }
        pop.close();
        var found = new ArrayList<PaletteEntry>();
        for (var entry : entries) {
            found.add(action(
                    "shell.kind.view",
                    context.texts().get(entry.titleKey()),
                    new PaletteEntry.Goal.ShowView(entry.id())));
        }
        found.add(act("shell.action.askNow", this::askNow));
        if (captures != null) {
            found.add(act("shell.action.capture", this::capture));
        }
        found.add(act("shell.action.ownWindow", this::openOwnWindow));
        found.add(act("shell.action.wall", this::openWall));
        found.add(act("shell.action.arm", this::showArming));
        if (acting.armed().getValue()) {
            found.add(act("shell.action.disarm", acting.arming()::disarm));
        }
        found.add(act("shell.action.settings", this::showSettings));
        found.add(act("shell.action.keys", this::showKeys));
        found.add(act("shell.action.another", this::openAnother));
        found.add(act("shell.action.leave", actions::leave));
        found.add(act("shell.action.quit", this::quit));
        found.addAll(new PaletteIndex(context.texts())
                .resources(context.deployment().getValue(), context.now().getValue()));
        found.addAll(
                new PaletteActs(context.texts(), acting).of(context.deployment().getValue()));
        palette.show(found);
    }

    private PaletteEntry act(String key, Runnable act) {
        return action("shell.kind.action", context.texts().get(key), new PaletteEntry.Goal.Act(act));
    }

    private PaletteEntry action(String kind, String title, PaletteEntry.Goal goal) {
        return new PaletteEntry(context.texts().get(kind), title, "", List.of(), null, goal);
    }

    private void open(PaletteEntry entry) {
        switch (entry.goal()) {
            case PaletteEntry.Goal.ShowView it -> model.show(it.viewId());
            case PaletteEntry.Goal.Reveal it -> model.reveal(it.resource());
            case PaletteEntry.Goal.Act it -> it.action().run();
            case PaletteEntry.Goal.Operate it -> it.offer().open().accept(root);
        }
    }

    /** Puts something over the view that must be answered or put off first: the renewal of credentials. */
    public void showOverlay(Parent content) {
        pop.close();
        overlay.getChildren().setAll(content);
        overlay.setVisible(true);
    }

    /** Takes it away again. */
    public void closeOverlay() {
        overlay.setVisible(false);
        overlay.getChildren().clear();
    }

    /** Esc where nothing else wanted it. */
    void back() {
        if (sheet.isOpen()) {
            sheet.close();
        } else if (palette.isOpen()) {
            palette.close();
        } else if (pop.isOpen()) {
            pop.close();
        } else {
            model.goBack();
        }
    }

    void openOwnWindow() {
        entry(model.current()).ifPresent(windows::open);
    }

    /** The wall instead of this. */
    void openWall() {
        actions.wall();
    }

    void openAnother() {
        pop.close();
        actions.openAnother();
    }

    void quit() {
        actions.quit();
    }

    /** A capsule of what is on screen; where the capsules are, of a recipe. */
    void capture() {
        if (captures == null || sheet.isOpen() || palette.isOpen()) {
            return;
        }
        if (shown instanceof Captures here) {
            here.newCapsule();
            return;
        }
        var view = model.current();
        entry(view)
                .ifPresent(entry -> captures.take(
                        new CaptureKey.Shown(
                                view,
                                context.texts().get(entry.titleKey()),
                                root,
                                context.asker().lookedAt(),
                                () -> model.current().equals(view) && root.getScene() != null),
                        context.texts()));
    }

    private void showCapsule(Path file) {
        model.show(HOME_OF_CAPSULES);
        if (shown instanceof Captures there) {
            there.showCapsule(file);
        }
    }

    /** Asks again what is on screen in this window, and nothing else: the quota is the account's. */
    void askNow() {
        var looked = context.asker().lookedAt();
        if (!looked.isEmpty()) {
            context.asker().askNow(looked);
        }
        if (shown != null) {
            shown.askAgain();
        }
    }

    /** Asks again whatever failed, also for views that are not on screen. */
    private void askWhatFailed() {
        var known = context.deployment().getValue();
        context.asker()
                .askNow(known.parts().stream()
                        .filter(part -> known.observed(part).problem() != null)
                        .collect(Collectors.toSet()));
    }

    void scale(int by) {
        var theme = preferences.theme();
        theme.setScale(by == 0 ? 100 : theme.scale().get() + by);
    }

    void showSettings(Node anchor) {
        var content = ViewLoader.load(new SettingsController(preferences, context.texts()), context.texts());
        pop.show(content, anchor, ArrowLocation.LEFT_BOTTOM);
    }

    void showSettings() {
        showSettings(settingsButton());
    }

    void showKeys() {
        pop.show(
                ViewLoader.load(new KeysController(context.texts()), context.texts()),
                settingsButton(),
                ArrowLocation.LEFT_BOTTOM);
    }

    private Node settingsButton() {
        var button = root.lookup("#rail-settings");
        return button == null ? stage : button;
    }

    private void showConnection(Node anchor) {
        Runnable leave = () -> {
            pop.close();
            actions.leave();
        };
        var controller = new ConnectionController(connection.session(), context.texts(), leave, this::openAnother);
        pop.show(ViewLoader.load(controller, context.texts()), anchor, ArrowLocation.TOP_LEFT);
    }

    /** Asks for how long, or offers to end it. */
    void showArming() {
        showArming(topBar.armingAnchor());
    }

    private void showArming(Node anchor) {
        var controller = acting.choice(pop::close);
        pop.show(ViewLoader.load(controller, context.texts()), anchor, ArrowLocation.TOP_RIGHT);
        controller.first().requestFocus();
    }

    private void showMeter(Node anchor) {
        var controller = new MeterController(connection.meter().get(), context.texts());
        pop.show(ViewLoader.load(controller, context.texts()), anchor, ArrowLocation.TOP_RIGHT);
    }

    private void showProblem(Node anchor) {
        var problem = status.problemProperty().get();
        if (problem != null) {
            pop.show(new ProblemCard(problem, context, this::askWhatFailed), anchor, ArrowLocation.BOTTOM_LEFT);
        }
    }

    /** What can be done in this window. */
    public Acts acting() {
        return acting;
    }

    /** For tests: the palette as it stands. */
    PaletteModel paletteModel() {
        return palette.model();
    }
}
