package io.atalaya.ui.databases;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.databases.Role;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Moment;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import io.atalaya.watch.Change;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Databases: one at a time with all there is to know, all snapshots, all parameter groups. */
public final class DatabasesController implements View, Reveals {
    /** The resources this view shows: the findings about them are counted in its badge. */
    public static final Set<ResourceType> SHOWN =
            Set.of(ResourceType.DATABASE, ResourceType.DATABASE_CLUSTER, ResourceType.DATABASE_SNAPSHOT);

    private static final double NARROW = 1080;
    private static final int MOST_ROWS = 8;
    private static final double ROW_EM = 28.0 / 13;

    /** Where the newest snapshots come from; everything on screen is over {@link #context}, whose rows have been made. */
    private final ViewContext newest;

    private final ViewContext context;
    private final DatabasesModel model;
    private final Preparation<Moment, DatabasesModel.Prepared> preparation;
    private final InspectorController inspector;
    private final TableColumns columns;
    private final DetailController detail;
    private final SnapshotTable allSnapshots;
    private final Parent root;
    private final OnScreen onScreen;
    private int ticks;

    @FXML
    private BorderPane databases;

    @FXML
    private Pills<Page> pills;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private AgeLabel age;

    @FXML
    private SixSights instancesPage;

    @FXML
    private VBox instancesBody;

    @FXML
    private StackPane listHolder;

    @FXML
    private DataTable<DatabaseRow> list;

    @FXML
    private Panel snapshotsPage;

    @FXML
    private ActBar snapshotActs;

    @FXML
    private StackPane snapshotsHolder;

    @FXML
    private VBox groupsPage;

    @FXML
    private SixSights groupSights;

    @FXML
    private DataTable<GroupRow> groups;

    /** Makes its rows at once, on the screen's thread. */
    public DatabasesController(
            ViewContext newest, LayoutMemory memory, InspectorController inspector, Supplier<List<Change>> changes) {
        this(newest, memory, inspector, changes, Runnable::run, Runnable::run);
    }

    /**
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone; opens on wish
     * @param changes what this console saw change, newest first; from any thread
     * @param background where rows are made
     * @param screen the JavaFX thread
     */
    public DatabasesController(
            ViewContext newest,
            LayoutMemory memory,
            InspectorController inspector,
            Supplier<List<Change>> changes,
            Executor background,
            Executor screen) {
        this.newest = newest;
        this.onScreen = new OnScreen(newest, DatabasesModel.MADE_OF, newest.deployment(), this::apply, this::tick);
        this.inspector = inspector;
        this.model = new DatabasesModel(changes);
        this.context = newest.over(model.current());
        this.preparation = new Preparation<>(
                background,
                screen,
                moment -> model.prepare(moment.deployment(), moment.now()),
                this::show,
                Moment::isSmall);
        var ages = new Ages(context.texts(), context.zone());
        columns = new TableColumns(
                context.texts(),
                ages,
                new CardTexts(context.texts(), ages, context.zone()),
                new BackupTexts(context.texts(), ages, context.zone()),
                context.now()::getValue);
        detail = new DetailController(context, model, ages, columns, this::choose, inspector::show);
        allSnapshots = new SnapshotTable("databases-snapshots", columns.snapshots(), context);
        root = new InspectorHost(ViewLoader.load(this, context.texts()), inspector);
        memory.keep("databases.filter", filter.textProperty());
    }

    @FXML
    private void initialize() {
        for (var page : Page.values()) {
            pills.add(page, context.texts().get("databases.page." + page));
        }
        pills.valueProperty().subscribe(page -> {
            if (page != null) {
                model.pageProperty().set(page);
            }
        });
        model.pageProperty().subscribe(this::turnTo);
        filter.textProperty().bindBidirectional(model.filterProperty());
        model.filterProperty().subscribe(typed -> filter());
        list.getColumns().addAll(columns.databases());
        list.setRowKey(DatabaseRow::key);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.databaseProperty().set(row.key());
            }
        });
        list.setOnKeyPressed(event -> {
            var chosen = model.databaseProperty().get();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                inspector.show(chosen);
                event.consume();
            }
        });
        model.databaseProperty().subscribe(ref -> showDetail());
        VBox.setVgrow(detail.root(), Priority.ALWAYS);
        instancesBody.getChildren().add(detail.root());
        instancesPage.setEmptyTitle(context.texts().get("databases.empty"));
        instancesPage.follow(context, Parts.DATABASES, Set.of("rds:DescribeDBInstances"));
        snapshotsHolder.getChildren().add(allSnapshots.node());
        allSnapshots.follow(context, Parts.DATABASE_SNAPSHOTS, "rds:DescribeDBSnapshots");
        allSnapshots.onSelect(model.snapshotProperty()::set);
        snapshotActs.follow(context, model.snapshotProperty());
        groups.getColumns().addAll(columns.groups());
        groups.setRowKey(GroupRow::key);
        groups.setPlaceholder(new Label(context.texts().get("databases.groups.none")));
        groupSights.setEmptyTitle(context.texts().get("databases.empty"));
        groupSights.follow(context, Parts.DATABASES, Set.of("rds:DescribeDBInstances", "rds:DescribeDBParameters"));
        databases.widthProperty().subscribe(width -> {
            var narrow = width.doubleValue() > 0 && width.doubleValue() < NARROW;
            age.setForm(narrow ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL);
        });
        age.attach(context);
    }

    @Override
    public Parent root() {
        return root;
    }

    /** The database that is looked at: of type {@link ResourceType#DATABASE}; null before there is one. */
    public ObservableValue<@Nullable ResourceRef> selectedDatabase() {
        return model.databaseProperty();
    }

    /** The chosen snapshot: of type {@link ResourceType#DATABASE_SNAPSHOT}; null for none. */
    public ObservableValue<@Nullable ResourceRef> selectedSnapshot() {
        return model.snapshotProperty();
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
        var shown = model.shown().get();
        if (shown == null) {
            return false;
        }
        return switch (resource.type()) {
            case DATABASE ->
                shown.databases().stream().anyMatch(row -> row.key().equals(resource)) && choose(resource);
            case DATABASE_CLUSTER ->
                shown.databases().stream()
                        .filter(row -> row.view().role().kind() != Role.Kind.REPLICA
                                && row.view().role().of().equals(resource.id()))
                        .findFirst()
                        .map(row -> choose(row.key()))
                        .orElse(false);
            case DATABASE_SNAPSHOT ->
                shown.snapshots().stream().anyMatch(row -> row.key().equals(resource)) && chooseSnapshot(resource);
            default -> false;
        };
    }

    private boolean choose(ResourceRef database) {
        pills.valueProperty().set(Page.INSTANCES);
        filter.clear();
        model.databaseProperty().set(database);
        list.reveal(database);
        return true;
    }

    private boolean chooseSnapshot(ResourceRef snapshot) {
        pills.valueProperty().set(Page.SNAPSHOTS);
        filter.clear();
        allSnapshots.reveal(snapshot);
        return true;
    }

    private void turnTo(Page page) {
        pills.valueProperty().set(page);
        instancesPage.setVisible(page == Page.INSTANCES);
        snapshotsPage.setVisible(page == Page.SNAPSHOTS);
        groupsPage.setVisible(page == Page.GROUPS);
        age.observedProperty().set(context.deployment().getValue().observed(page.part()));
        count();
    }

    private void filter() {
        list.setRowFilter(row -> model.admits(row.words()));
        allSnapshots.filter(row -> model.admits(row.words()));
        groups.setRowFilter(row -> model.admits(row.words()));
        count();
    }

    private void apply() {
        preparation.want(Moment.of(newest));
    }

    private void tick() {
        preparation.tick();
        ticks = (ticks + 1) % 60;
        if (model.isOutdated(context.now().getValue())) {
            apply();
        }
        detail.tick(ticks == 0);
        if (ticks == 0) {
            allSnapshots.tick();
        }
    }

    private void show(DatabasesModel.Prepared made) {
        var before = model.shown().get();
        model.show(made);
        var shown = made.shown();
        for (var page : Page.values()) {
            var observed = made.deployment().observed(page.part());
            var title = context.texts().get("databases.page." + page);
            // a count with more to come is not a count
            var more = Ages.isArriving(observed) ? "+" : "";
            pills.setText(page, observed.value() == null ? title : title + " " + shown.count(page) + more);
        }
        age.observedProperty()
                .set(made.deployment().observed(model.pageProperty().get().part()));
        if (shown == before) {
            return;
        }
        list.apply(shown.databases());
        var several = shown.databases().size() > 1;
        listHolder.setVisible(several);
        listHolder.setManaged(several);
        var rows = Math.min(MOST_ROWS, shown.databases().size()) + 1;
        listHolder.setStyle("-fx-min-height: %1$.3fem; -fx-pref-height: %1$.3fem; -fx-max-height: %1$.3fem;"
                .formatted(rows * ROW_EM + 0.3)
                .replace(',', '.'));
        var chosen = model.databaseProperty().get();
        if (several && chosen != null) {
            list.reveal(chosen);
        }
        allSnapshots.show(shown.snapshots());
        groups.apply(shown.groups());
        count();
        showDetail();
    }

    private void showDetail() {
        var row = model.row();
        var shown = model.shown().get();
        detail.root().setVisible(row != null);
        if (row != null && shown != null) {
            detail.show(row, shown.snapshots());
        }
    }

    /** {@code 3 of 20}, only while a filter hides some. */
    private void count() {
        var shown = model.shown().get();
        var hiding = shown != null && !model.filterProperty().get().isBlank();
        matches.setVisible(hiding);
        if (hiding) {
            int visible =
                    switch (model.pageProperty().get()) {
                        case INSTANCES -> list.getItems().size();
                        case SNAPSHOTS -> allSnapshots.visible();
                        case GROUPS -> groups.getItems().size();
                    };
            int all =
                    switch (model.pageProperty().get()) {
                        case INSTANCES -> shown.databases().size();
                        case SNAPSHOTS -> shown.snapshots().size();
                        case GROUPS -> shown.groups().size();
                    };
            matches.setText(context.texts().get("databases.matches", visible, all));
        } else {
            matches.setText("");
        }
    }
}
