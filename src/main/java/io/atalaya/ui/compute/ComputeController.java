package io.atalaya.ui.compute;

import io.atalaya.deployment.ConsoleOutput;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
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
import io.atalaya.watch.ConsoleOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Machines in six tables, and where each came from. */
public final class ComputeController implements View, Reveals {
    /** The resources this view shows: the findings about them are counted in its badge. */
    public static final Set<ResourceType> SHOWN = Set.of(
            ResourceType.INSTANCE,
            ResourceType.IMAGE,
            ResourceType.LAUNCH_TEMPLATE,
            ResourceType.SCALING_GROUP,
            ResourceType.ELASTIC_IP,
            ResourceType.VOLUME);

    private static final Set<Part<?>> LOOKED_AT = Set.of(
            Parts.INSTANCES,
            Parts.INSTANCE_CHECKS,
            Parts.INSTANCE_TYPES,
            Parts.IMAGES,
            Parts.LAUNCH_TEMPLATES,
            Parts.SCALING_GROUPS,
            Parts.SCALING_ACTIVITIES,
            Parts.ELASTIC_IPS,
            Parts.VOLUMES,
            Parts.VOLUME_SNAPSHOTS);

    private static final double NARROW = 1080;
    /** Of an instance of which nothing is asked: an empty one. */
    private static final ConsoleOutputs NO_CONSOLE =
            id -> new ConsoleOutputs.Answer.Text(new ConsoleOutput(id, "", null));

    /** Where the newest snapshots come from; everything on screen is over {@link #context}, whose rows have been made. */
    private final ViewContext newest;

    private final ViewContext context;
    private final ComputeModel model;
    private final Preparation<Moment, ComputeModel.Prepared> preparation;
    private final InspectorController inspector;
    private final Parent root;
    private final List<KindTable<?>> tables = new ArrayList<>();
    private final LineageView lineageView;
    private final LineagePager pager;
    private final MachineSection section;
    private final ActivityTimeline timeline;
    private final OnScreen onScreen;

    @FXML
    private BorderPane compute;

    @FXML
    private Pills<Kind> pills;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private AgeLabel age;

    @FXML
    private StackPane tableHolder;

    @FXML
    private Panel lineagePanel;

    @FXML
    private ScrollPane lineageHolder;

    @FXML
    private Badge lineageState;

    @FXML
    private Label lineageName;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private AgeLabel lineageAge;

    @FXML
    private Button toMachine;

    @FXML
    private Panel machinePanel;

    @FXML
    private HBox machineHolder;

    @FXML
    private AgeLabel machineAge;

    @FXML
    private Button toLineage;

    @FXML
    private StackPane timelineHolder;

    @FXML
    private HBox groupPanels;

    @FXML
    private Panel membersPanel;

    @FXML
    private DataTable<Row<Rows.Member>> members;

    @FXML
    private AgeLabel membersAge;

    @FXML
    private Panel activitiesPanel;

    @FXML
    private SixSights activitySights;

    @FXML
    private DataTable<Rows.Activity> activities;

    @FXML
    private AgeLabel activitiesAge;

    /** Makes its rows at once, on the screen's thread. */
    public ComputeController(ViewContext newest, LayoutMemory memory, InspectorController inspector) {
        this(newest, memory, inspector, NO_CONSOLE, Runnable::run, Runnable::run);
    }

    /**
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone; opens on what is selected
     * @param outputs asks for the console of a machine when a person does
     * @param background where rows are made
     * @param screen the JavaFX thread
     */
    public ComputeController(
            ViewContext newest,
            LayoutMemory memory,
            InspectorController inspector,
            ConsoleOutputs outputs,
            Executor background,
            Executor screen) {
        this.newest = newest;
        this.onScreen = new OnScreen(newest, LOOKED_AT, newest.deployment(), this::apply, this::tick);
        this.inspector = inspector;
        this.model = new ComputeModel(newest.texts());
        this.context = newest.over(model.current());
        this.preparation = new Preparation<>(
                background,
                screen,
                moment -> model.prepare(moment.deployment(), moment.now()),
                this::show,
                Moment::isSmall);
        var ages = new Ages(context.texts(), context.zone());
        lineageView = new LineageView(context.texts(), new LineageTexts(context.texts(), ages), this::reveal);
        pager = new LineagePager(context, model, lineageView);
        section = new MachineSection(
                context,
                model,
                new MachineHealth(context.texts(), ages),
                new ConsolePane(context.texts(), ages, context.now()::getValue, outputs, background, screen));
        timeline = new ActivityTimeline(ages);
        var columns = new ComputeColumns(context.texts(), ages, context.now()::getValue);
        var menu = new ResourceMenu(context);
        tables.add(new KindTable<>(Kind.INSTANCES, context, columns.instances(), ComputeModel.Shown::instances, menu));
        tables.add(new KindTable<>(Kind.IMAGES, context, columns.images(), ComputeModel.Shown::images, menu));
        tables.add(new KindTable<>(Kind.TEMPLATES, context, columns.templates(), ComputeModel.Shown::templates, menu));
        tables.add(new KindTable<>(Kind.GROUPS, context, columns.groups(), ComputeModel.Shown::groups, menu));
        tables.add(new KindTable<>(Kind.ADDRESSES, context, columns.addresses(), ComputeModel.Shown::addresses, menu));
        tables.add(new KindTable<>(Kind.VOLUMES, context, columns.volumes(), ComputeModel.Shown::volumes, menu));
        root = new InspectorHost(ViewLoader.load(this, context.texts()), inspector);
        members.getColumns().addAll(columns.members());
        members.setRowKey(Row::key);
        activities.getColumns().addAll(columns.activities());
        activities.setRowKey(it -> it.activity().id());
        memory.keep("compute.filter", filter.textProperty());
    }

    @FXML
    private void initialize() {
        for (var kind : Kind.values()) {
            pills.add(kind, context.texts().get("compute.kind." + kind));
        }
        pills.valueProperty().subscribe(kind -> {
            if (kind != null) {
                model.kindProperty().set(kind);
            }
        });
        pager.attach(new LineagePager.Nodes(lineageName, lineageState, previous, next));
        section.attach(new MachineSection.Nodes(lineagePanel, machinePanel, machineHolder, toMachine, toLineage));
        model.kindProperty().subscribe(this::turnTo);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnAction(event -> table().focus());
        model.filterProperty().subscribe(typed -> {
            tables.forEach(table -> table.filter(model));
            count();
        });
        for (var table : tables) {
            tableHolder.getChildren().add(table.node());
            table.onSelect(resource -> model.selectedProperty().set(resource.ref()));
        }
        model.selectedProperty().subscribe(ref -> {
            lineageView.select(ref);
            if (ref != null) {
                inspector.show(ref);
            }
            pager.follow();
            showDetails();
        });
        compute.widthProperty().subscribe(width -> fit(width.doubleValue()));
        lineageHolder.setContent(lineageView);
        timelineHolder.getChildren().add(timeline);
        machineAge.follow(context, List.of(Parts.INSTANCE_CHECKS));
        inspector.onClose(() -> {
            model.selectedProperty().set(null);
            tables.forEach(KindTable::deselect);
        });
        lineageAge.follow(context, List.of(Parts.IMAGES, Parts.LAUNCH_TEMPLATES, Parts.SCALING_GROUPS));
        membersAge.follow(context, List.of(Parts.SCALING_GROUPS));
        activitiesAge.follow(context, List.of(Parts.SCALING_ACTIVITIES));
        age.attach(context);
        activitySights.setEmptyTitle(context.texts().get("compute.empty.activities"));
        activitySights.follow(context, Parts.SCALING_ACTIVITIES, Set.of("autoscaling:DescribeScalingActivities"));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        onScreen.begin();
        inspector.activate();
        apply();
    }

    @Override
    public void deactivate() {
        onScreen.end();
        inspector.deactivate();
    }

    @Override
    public boolean reveal(ResourceRef resource) {
        for (var table : tables) {
            if (table.kind().type() == resource.type()) {
                pills.valueProperty().set(table.kind());
                var shown = model.shown().get();
                if (shown == null
                        || shown.of(table.kind()).stream()
                                .noneMatch(row -> row.key().equals(resource))) {
                    return false;
                }
                if (shown.of(table.kind()).stream().anyMatch(row -> row.key().equals(resource) && !model.admits(row))) {
                    filter.clear();
                }
                table.reveal(resource);
                return true;
            }
        }
        return false;
    }

    /** On a small screen ages are brief, so that the six tables and the filter keep their room. */
    private void fit(double width) {
        var form = width > 0 && width < NARROW ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL;
        for (var label : List.of(age, lineageAge, machineAge, membersAge, activitiesAge)) {
            label.setForm(form);
        }
    }

    private KindTable<?> table() {
        return tables.get(model.kindProperty().get().ordinal());
    }

    private void turnTo(Kind kind) {
        pills.valueProperty().set(kind);
        tables.forEach(table -> table.node().setVisible(table.kind() == kind));
        section.turnTo(kind);
        MachineSection.visible(groupPanels, kind == Kind.GROUPS);
        age.observedProperty().set(context.deployment().getValue().observed(kind.part()));
        var chosen = table().selected();
        if (chosen != null) {
            model.selectedProperty().set(chosen.ref());
        }
        count();
    }

    private void apply() {
        preparation.want(Moment.of(newest));
    }

    private void tick() {
        preparation.tick();
        if (model.isOutdated(context.now().getValue())) {
            apply();
        }
    }

    private void show(ComputeModel.Prepared made) {
        var before = model.shown().get();
        model.show(made);
        var shown = made.shown();
        for (var kind : Kind.values()) {
            var observed = made.deployment().observed(kind.part());
            var title = context.texts().get("compute.kind." + kind);
            // a count with more to come is not a count
            var more = Ages.isArriving(observed) ? "+" : "";
            pills.setText(kind, observed.value() == null ? title : title + " " + shown.count(kind) + more);
        }
        age.observedProperty()
                .set(made.deployment().observed(model.kindProperty().get().part()));
        tables.forEach(table -> table.show(shown));
        if (shown == before) {
            return;
        }
        count();
        showDetails();
    }

    /** {@code 3 of 2 000}, only while a filter hides some. */
    private void count() {
        var shown = model.shown().get();
        var kind = model.kindProperty().get();
        var hiding = shown != null && !model.filterProperty().get().isBlank();
        matches.setVisible(hiding);
        matches.setText(hiding ? context.texts().get("compute.matches", table().visible(), shown.count(kind)) : "");
    }

    private void showDetails() {
        var shown = model.shown().get();
        if (shown == null) {
            return;
        }
        pager.show(shown);
        section.show();
        var group = model.group();
        membersPanel.setNote(group == null ? "" : group.name());
        activitiesPanel.setNote(group == null ? context.texts().get("compute.activities.all") : group.name());
        members.apply(model.members());
        var done = model.activities();
        activities.apply(done);
        timeline.show(done, context.now().getValue());
    }
}
