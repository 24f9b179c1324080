package io.atalaya.ui.perimeter;

import io.atalaya.deployment.Deployment;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.State;
import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Change;
import io.atalaya.deployment.reach.Changes;
import io.atalaya.deployment.reach.Question;
import io.atalaya.deployment.reach.Reachability;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Moment;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reach;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Banner;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The perimeter: what groups and ACLs say, and who can reach what. */
public final class PerimeterController implements View, Reveals, Reach.Answers {
    /** The resources this view shows. */
    public static final Set<ResourceType> SHOWN = Set.of(ResourceType.SECURITY_GROUP, ResourceType.NETWORK_ACL);

    private static final double NARROW = 1080;
    /** Where the filter stands in the toolbar: after title and pills. */
    private static final int BESIDE = 2;

    private final ViewContext newest;
    private final ViewContext context;
    private final PerimeterPorts ports;
    private final PerimeterModel model;
    private final Preparation<Moment, PerimeterModel.Prepared> preparation;
    private final InspectorController inspector;
    private final AskController ask;
    private final GroupsController groups;
    private final AclsController acls;
    private final WorldModel worldModel;
    private final Preparation<WorldModel.Wish, WorldModel.Made> worldMaking;
    private final WorldController world;
    private final MatrixController matrix;
    private final DifferencesController differences;
    private final FindingsController findings;
    private final Networks networks = new Networks();
    private final Map<Tab, Parent> places = new EnumMap<>(Tab.class);
    private final Parent root;
    private final OnScreen onScreen;
    private @Nullable Reach pending;
    private boolean active;
    private Runnable deaf = () -> {};

    @FXML
    private BorderPane view;

    @FXML
    private HBox toolbar;

    /** Under the pills where there is no room beside them. */
    @FXML
    private HBox second;

    @FXML
    private Pills<Tab> pills;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private Banner banner;

    @FXML
    private StackPane holder;

    /**
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone
     */
    public PerimeterController(
            ViewContext newest, LayoutMemory memory, InspectorController inspector, PerimeterPorts ports) {
        this.newest = newest;
        this.ports = ports;
        this.inspector = inspector;
        this.model = new PerimeterModel(newest.texts());
        this.context = newest.over(model.current());
        this.onScreen = new OnScreen(newest, PerimeterModel.MADE_OF, newest.deployment(), this::apply, this::tick);
        this.preparation = new Preparation<>(
                ports.background(), ports.screen(), model::prepare, this::show, PerimeterModel::isSmall);
        this.groups = new GroupsController(context, model, this::history, inspector::show);
        this.acls = new AclsController(context, model, this::history, inspector::show);
        var asking = new AskModel(newest.texts(), networks, PerimeterController::edited, this::history);
        this.ask = new AskController(
                newest,
                asking,
                new AskedBefore(memory, ports.connection()),
                ports,
                model::shown,
                this::history,
                inspector::show);
        places.put(Tab.ASK, ask.root());
        places.put(Tab.GROUPS, groups.root());
        places.put(Tab.ACLS, acls.root());
        this.worldModel = new WorldModel(newest.texts(), networks);
        this.worldMaking =
                new Preparation<>(ports.background(), ports.screen(), worldModel::make, this::show, wish -> false);
        this.world = new WorldController(context, this::askFromTheWorld, inspector::show);
        this.matrix = new MatrixController(context, this::askPair);
        this.differences = new DifferencesController(context, ports);
        this.findings = new FindingsController(context, ports, inspector::show);
        places.put(Tab.FINDINGS, findings.root());
        places.put(Tab.WORLD, world.root());
        places.put(Tab.MATRIX, matrix.root());
        places.put(Tab.DIFFERENCES, differences.root());
        this.root = new InspectorHost(ViewLoader.load(this, newest.texts()), inspector);
        memory.keep("perimeter.filter", filter.textProperty());
    }

    @FXML
    private void initialize() {
        var texts = newest.texts();
        for (var tab : Tab.values()) {
            if (places.containsKey(tab)) {
                pills.add(tab, texts.get("perimeter.tab." + tab));
            }
        }
        holder.getChildren().addAll(places.values());
        pills.valueProperty().subscribe(tab -> {
            if (tab != null) {
                model.tabProperty().set(tab);
            }
        });
        model.tabProperty().subscribe(this::turnTo);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnAction(event -> {
            switch (model.tabProperty().get()) {
                case GROUPS -> groups.table().requestFocus();
                case ACLS -> acls.table().requestFocus();
                case WORLD -> world.table().requestFocus();
                case FINDINGS -> findings.table().requestFocus();
                case ASK -> ask.focus();
                case MATRIX, DIFFERENCES -> {}
            }
        });
        model.filterProperty().subscribe(typed -> {
            groups.filter();
            acls.filter();
            world.filter(model::admits);
            findings.filter(model::admits);
            count();
        });
        view.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private static Answer edited(Deployment deployment, List<Change> changes, Question question) {
        var with = deployment;
        for (var change : changes) {
            with = Changes.apply(with, change);
        }
        return Reachability.of(with).answer(question);
    }

    private RuleHistory history() {
        return new RuleHistory(ports.changes().get(), TrailRules.of(ports.trail()));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        active = true;
        deaf.run();
        deaf = ports.trail().onChange(() -> ports.screen().execute(this::told));
        onScreen.begin();
        inspector.activate();
        apply();
        takeQuestion();
    }

    @Override
    public void deactivate() {
        active = false;
        deaf.run();
        onScreen.end();
        inspector.deactivate();
    }

    @Override
    public boolean reveal(ResourceRef resource) {
        var here = resource.type() == ResourceType.SECURITY_GROUP && groups.reveal(resource.id())
                || resource.type() == ResourceType.NETWORK_ACL && acls.reveal(resource.id());
        if (here) {
            filter.clear();
            model.tabProperty().set(resource.type() == ResourceType.SECURITY_GROUP ? Tab.GROUPS : Tab.ACLS);
        }
        return here;
    }

    private void turnTo(Tab tab) {
        pills.valueProperty().set(tab);
        places.forEach((each, node) -> node.setVisible(each == tab));
        var filtered = tab == Tab.GROUPS || tab == Tab.ACLS || tab == Tab.WORLD || tab == Tab.FINDINGS;
        filter.setVisible(filtered);
        filter.setManaged(filtered);
        count();
        if (active && tab == Tab.GROUPS) {
            ports.trail().look(Set.of(ResourceType.SECURITY_GROUP));
        }
        if (active && tab == Tab.ACLS) {
            ports.trail().look(Set.of(ResourceType.NETWORK_ACL));
        }
        if (active && (tab == Tab.MATRIX || tab == Tab.FINDINGS)) {
            wantWorld();
        }
    }

    private void fit(double width) {
        var form = width > 0 && width < NARROW ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL;
        var narrow = form == AgeLabel.Form.BRIEF;
        var place = narrow ? second : toolbar;
        if (filter.getParent() != place) {
            place.getChildren().addAll(narrow ? 0 : BESIDE, List.of(filter, matches));
        }
        second.visibleProperty()
                .bind(filter.visibleProperty().and(view.widthProperty().lessThan(NARROW)));
        second.managedProperty().bind(second.visibleProperty());
        ask.setNarrow(form == AgeLabel.Form.BRIEF);
        groups.setForm(form);
        acls.setForm(form);
        world.setForm(form);
        matrix.setForm(form);
    }

    @Override
    public void answer(Reach question) {
        pending = question;
        model.tabProperty().set(Tab.ASK);
        takeQuestion();
    }

    /** What another view wants to know, as soon as it is known what things are called. */
    private void takeQuestion() {
        var put = pending;
        var ends = ask.ends();
        if (put == null || ends == null) {
            return;
        }
        pending = null;
        model.tabProperty().set(Tab.ASK);
        questions(ends).of(put).ifPresent(ask::ask);
    }

    private PutQuestions questions(EndBook ends) {
        return new PutQuestions(
                newest.deployment().getValue(), ends, ask.model().traffic());
    }

    private void askFromTheWorld(ResourceRef resource, TrafficChoice traffic) {
        var ends = ask.ends();
        if (ends != null) {
            ends.parse("internet").ifPresent(from -> ends.of(resource).ifPresent(to -> {
                model.tabProperty().set(Tab.ASK);
                ask.ask(new Asked(from, to, traffic));
            }));
        }
    }

    private void askPair(MatrixController.Pair pair) {
        var ends = ask.ends();
        if (ends != null) {
            questions(ends).of(pair).ifPresent(question -> {
                model.tabProperty().set(Tab.ASK);
                ask.ask(question);
            });
        }
    }

    private void apply() {
        showProblem();
        var moment = Moment.of(newest);
        preparation.want(moment);
        ask.apply();
        wantWorld();
    }

    /** CloudTrail told who changed what. */
    private void told() {
        var shown = model.shown();
        if (shown != null) {
            groups.show(shown);
            acls.show(shown);
        }
        ask.told();
    }

    private void wantWorld() {
        worldMaking.want(
                new WorldModel.Wish(Moment.of(newest), model.tabProperty().get()));
    }

    private void tick() {
        preparation.tick();
        ask.tick();
        worldMaking.tick();
        takeQuestion();
    }

    private void show(PerimeterModel.Prepared made) {
        model.show(made);
        title(Tab.GROUPS, Parts.SECURITY_GROUPS, made.groups().size());
        title(Tab.ACLS, Parts.NETWORK_ACLS, made.acls().size());
        groups.show(made);
        acls.show(made);
        count();
    }

    private void show(WorldModel.Made made) {
        worldModel.show(made);
        var shown = made.openings().size();
        pills.setText(
                Tab.WORLD,
                newest.texts().get("perimeter.tab.WORLD")
                        + (made.deployment().observed(Parts.NETWORK_INTERFACES).value() == null ? "" : " " + shown));
        world.show(made);
        matrix.show(made);
        findings.show(made);
        var audit = made.audit();
        pills.setText(
                Tab.FINDINGS,
                newest.texts().get("perimeter.tab.FINDINGS")
                        + (audit == null ? "" : " " + audit.findings().size()));
        differences.show(made);
        count();
    }

    private void title(Tab tab, Part<?> part, int count) {
        var observed = model.current().get().observed(part);
        var title = newest.texts().get("perimeter.tab." + tab);
        pills.setText(
                tab, observed.value() == null ? title : title + " " + count + (Ages.isArriving(observed) ? "+" : ""));
    }

    private void count() {
        var shown = model.shown();
        var hiding = filter.isVisible() && !model.filterProperty().get().isBlank() && shown != null;
        matches.setVisible(hiding);
        matches.setManaged(hiding);
        if (hiding && shown != null) {
            var openings = worldModel.made();
            var all =
                    switch (model.tabProperty().get()) {
                        case GROUPS -> shown.groups().size();
                        case ACLS -> shown.acls().size();
                        case FINDINGS -> findings.table().allRows().size();
                        default -> openings == null ? 0 : openings.openings().size();
                    };
            var table =
                    switch (model.tabProperty().get()) {
                        case GROUPS -> groups.table();
                        case ACLS -> acls.table();
                        case FINDINGS -> findings.table();
                        default -> world.table();
                    };
            matches.setText(
                    newest.texts().get("perimeter.matches", table.getItems().size(), all));
        }
    }

    /** Names what could not be read, whatever part of the perimeter it is: an answer that lacks it cannot be whole. */
    private void showProblem() {
        var deployment = newest.deployment().getValue();
        var problems = PerimeterModel.MADE_OF.stream()
                .map(part -> deployment.observed(part).problem())
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Problem::call))
                .toList();
        banner.setVisible(!problems.isEmpty());
        banner.setManaged(!problems.isEmpty());
        if (!problems.isEmpty()) {
            banner.show(
                    State.DEGRADED,
                    new ProblemTexts(newest.texts()).what(problems.getFirst()),
                    problems.stream().map(Problem::call).distinct().collect(Collectors.joining(", ")));
        }
    }
}
