package io.atalaya.ui.balancing;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.Target;
import io.atalaya.operate.trail.PerimeterTrail;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Moment;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import io.atalaya.watch.TargetSpan;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Balancers and what they send where, target groups, targets, and why one fails. */
public final class LoadBalancingController implements View, Reveals {
    /** The resources this view shows: the findings about them are counted in its badge. */
    public static final Set<ResourceType> SHOWN = Set.of(
            ResourceType.LOAD_BALANCER, ResourceType.LISTENER, ResourceType.LISTENER_RULE, ResourceType.TARGET_GROUP);

    /** How often ages among the facts move on; a countdown moves each second. */
    private static final int DETAIL_SECONDS = 30;

    /** Where the newest snapshots come from; everything on screen is over {@link #context}, whose rows have been made. */
    private final ViewContext newest;

    private final ViewContext context;
    private final LoadBalancingModel model;
    private final Preparation<Moment, LoadBalancingModel.Prepared> preparation;
    private final InspectorController inspector;
    private final Parent root;
    private final DetailPanelController detail;
    private final Layout layout;
    private final Tables tables;
    private final OnScreen onScreen;
    private final PerimeterTrail trail;
    private final Executor screen;
    private Runnable deaf = () -> {};

    @FXML
    private BorderPane view;

    @FXML
    private Pills<Scope> pills;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private HBox upper;

    @FXML
    private Panel pathPanel;

    @FXML
    private AgeLabel pathAge;

    @FXML
    private SixSights pathSights;

    @FXML
    private DataTable<PathRow> path;

    @FXML
    private Panel groupsPanel;

    @FXML
    private AgeLabel groupsAge;

    @FXML
    private SixSights groupSights;

    @FXML
    private DataTable<GroupRow> groups;

    @FXML
    private Panel targetsPanel;

    @FXML
    private Badge failed;

    @FXML
    private Badge draining;

    @FXML
    private Hyperlink showAll;

    @FXML
    private AgeLabel targetsAge;

    @FXML
    private SixSights targetSights;

    @FXML
    private DataTable<TargetRow> targets;

    /**
     * @param history how a target was, oldest first; may be asked from any thread
     * @param trail who changed the perimeter: asked while a target that fails is looked at
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone
     * @param background where rows are made
     * @param screen the JavaFX thread
     */
    public LoadBalancingController(
            ViewContext newest,
            Function<Target, List<TargetSpan>> history,
            PerimeterTrail trail,
            LayoutMemory memory,
            InspectorController inspector,
            Executor background,
            Executor screen) {
        this.newest = newest;
        this.trail = trail;
        this.screen = screen;
        this.onScreen = new OnScreen(newest, LoadBalancingModel.MADE_OF, newest.deployment(), this::apply, this::tick);
        this.inspector = inspector;
        var texts = new BalancingTexts(newest.texts(), new Ages(newest.texts(), newest.zone()));
        this.model = new LoadBalancingModel(texts, history, trail);
        this.context = newest.over(model.current());
        this.preparation = new Preparation<>(
                background,
                screen,
                moment -> model.prepare(moment.deployment(), moment.now()),
                this::show,
                Moment::isSmall);
        detail = new DetailPanelController(
                context, new DetailPanelController.Ways(this::go, this::onMap, inspector::show, this::selectNothing));
        root = new InspectorHost(ViewLoader.load(this, context.texts(), detail), inspector);
        tables = new Tables(path, groups, targets, texts, context);
        layout = new Layout(upper, pathPanel, groupsPanel, targetsPanel, detail.root());
        listen();
        memory.keep("balancing.filter", filter.textProperty());
    }

    @FXML
    private void initialize() {
        for (var scope : Scope.values()) {
            pills.add(scope, context.texts().get("balancing.scope." + scope));
        }
        filter.textProperty().bindBidirectional(model.filterProperty());
        pathAge.follow(context, List.of(Parts.LOAD_BALANCERS, Parts.LISTENERS, Parts.LISTENER_RULES));
        groupsAge.follow(context, List.of(Parts.TARGET_GROUPS));
        pathAge.setForm(AgeLabel.Form.BRIEF);
        groupsAge.setForm(AgeLabel.Form.BRIEF);
        targetsAge.follow(context, List.of(Parts.TARGETS));
        pathSights.setEmptyTitle(context.texts().get("balancing.empty.BALANCERS"));
        pathSights.follow(context, Parts.LOAD_BALANCERS, Set.of("elasticloadbalancing:DescribeLoadBalancers"));
        groupSights.setEmptyTitle(context.texts().get("balancing.empty.GROUPS"));
        groupSights.follow(context, Parts.TARGET_GROUPS, Set.of("elasticloadbalancing:DescribeTargetGroups"));
        targetSights.setEmptyTitle(context.texts().get("balancing.empty.TARGETS"));
        targetSights.follow(context, Parts.TARGETS, Set.of("elasticloadbalancing:DescribeTargetHealth"));
        showAll.setOnAction(event -> selectNothing());
    }

    /** What needs the tables. */
    private void listen() {
        pills.valueProperty().subscribe(scope -> {
            if (scope != null) {
                model.scopeProperty().set(scope);
            }
        });
        model.scopeProperty().subscribe(scope -> {
            pills.valueProperty().set(scope);
            arrange();
        });
        filter.setOnAction(event -> tables.focus());
        model.filterProperty().subscribe(typed -> filterAll());
        tables.onSelect(this::select, model::select, this::onMap);
        model.selectedProperty().subscribe(it -> showDetail());
        model.narrowedProperty().subscribe(it -> narrow());
        view.widthProperty().subscribe(it -> arrange());
        view.heightProperty().subscribe(it -> arrange());
    }

    @Override
    public Parent root() {
        return root;
    }

    /** What is selected, for those who offer acts on it; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return model.selectedProperty();
    }

    @Override
    public void activate() {
        onScreen.begin();
        deaf.run();
        deaf = trail.onChange(() -> screen.execute(this::showDetail));
        inspector.activate();
        apply();
    }

    @Override
    public void deactivate() {
        onScreen.end();
        deaf.run();
        inspector.deactivate();
    }

    @Override
    public boolean reveal(ResourceRef resource) {
        var shown = model.shown();
        if (shown == null) {
            return false;
        }
        if (resource.type() == ResourceType.INSTANCE) {
            return shown.targets().stream()
                    .filter(each -> each.facts().ref().equals(resource))
                    .findFirst()
                    .map(this::reveal)
                    .orElse(false);
        }
        if (!SHOWN.contains(resource.type())
                || shown.routes().index().find(resource).isEmpty()) {
            return false;
        }
        filter.clear();
        show(resource.type() == ResourceType.TARGET_GROUP ? Scope.GROUPS : Scope.BALANCERS);
        select(resource);
        tables.reveal(resource);
        return true;
    }

    private boolean reveal(TargetRow row) {
        selectNothing();
        filter.clear();
        show(Scope.TARGETS);
        model.select(row);
        tables.reveal(row);
        return true;
    }

    /** Leaves the person where it is when what is wanted can be seen there. */
    private void show(Scope wanted) {
        var now = model.scopeProperty().get();
        var seen = now == wanted || now == Scope.ALL && (wanted != Scope.BALANCERS || !tight());
        if (!seen) {
            model.scopeProperty().set(tight() && wanted == Scope.BALANCERS ? wanted : Scope.ALL);
        }
    }

    private void select(ResourceRef resource) {
        model.select(resource);
        tables.keepOnly(resource);
    }

    private void selectNothing() {
        tables.deselect();
        model.selectNothing();
    }

    private void onMap(ResourceRef resource) {
        context.navigator().show("topology");
        context.navigator().reveal(resource);
    }

    /** Here where it is shown here, else on the map. */
    private void go(ResourceRef resource) {
        var now = model.selectedProperty().get();
        if (now != null && now.resource().equals(resource) || !reveal(resource)) {
            onMap(resource);
        }
    }

    private void arrange() {
        var narrow = Layout.isNarrow(view.getWidth());
        layout.arrange(model.scopeProperty().get(), tight(), tables.rows());
        tables.fit(!pathPanel.isVisible(), narrow, model.isOneGroup());
        var form = narrow ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL;
        targetsAge.setForm(form);
        detail.setForm(form);
    }

    private boolean tight() {
        return Layout.isTight(view.getWidth(), view.getHeight());
    }

    private void apply() {
        preparation.want(Moment.of(newest));
    }

    private void tick() {
        preparation.tick();
        var now = context.now().getValue();
        if (model.isOutdated(now)) {
            apply();
        }
        tables.tick();
        if (model.isDraining() || now.getEpochSecond() % DETAIL_SECONDS == 0) {
            showDetail();
        }
    }

    private void show(LoadBalancingModel.Prepared made) {
        var before = model.shown();
        model.show(made);
        var shown = made.shown();
        count(
                Scope.BALANCERS,
                Parts.LOAD_BALANCERS,
                context.deployment().getValue().items(Parts.LOAD_BALANCERS).size());
        count(Scope.GROUPS, Parts.TARGET_GROUPS, shown.groups().size());
        count(Scope.TARGETS, Parts.TARGETS, shown.targets().size());
        if (shown == before) {
            return;
        }
        tables.show(shown);
        filterAll();
        failed.setTone(Badge.Tone.DANGER);
        draining.setTone(Badge.Tone.ACCENT);
        var failing = (int) shown.failedTargets();
        failed.showCount(failing, context.texts().get("balancing.targets.failed", failing));
        var going = (int)
                shown.targets().stream().filter(each -> each.facts().draining()).count();
        draining.showCount(going, context.texts().get("balancing.targets.draining", going));
        showDetail();
    }

    /** A count with more to come is not a count. */
    private void count(Scope scope, Part<?> part, int count) {
        var observed = context.deployment().getValue().observed(part);
        var title = context.texts().get("balancing.scope." + scope);
        var more = Ages.isArriving(observed) ? "+" : "";
        pills.setText(scope, observed.value() == null ? title : title + " " + count + more);
    }

    private void filterAll() {
        tables.filter(model);
        arrange();
        var shown = model.shown();
        var hiding = !model.filterProperty().get().isBlank();
        matches.setVisible(hiding && shown != null);
        matches.setText(
                hiding && shown != null
                        ? context.texts()
                                .get(
                                        "balancing.matches",
                                        tables.rows().targets(),
                                        shown.targets().size())
                        : "");
    }

    private void narrow() {
        tables.filter(model);
        arrange();
        var name = model.narrowedName();
        targetsPanel.setNote(name.map(each -> context.texts().get("balancing.targets.of", each))
                .orElse(""));
        showAll.setVisible(name.isPresent());
        showAll.setManaged(name.isPresent());
    }

    private void showDetail() {
        var shown = model.shown();
        detail.show(
                model.detail(context.now().getValue()),
                model.selectedProperty().get(),
                shown == null ? List.of() : shown.callouts());
    }
}
