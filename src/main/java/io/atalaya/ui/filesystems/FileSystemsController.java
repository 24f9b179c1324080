package io.atalaya.ui.filesystems;

import io.atalaya.deployment.AccessPoint;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.ResourceType;
import io.atalaya.deployment.files.MountFacts;
import io.atalaya.ui.LayoutMemory;
import io.atalaya.ui.Moment;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.Reveals;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** File systems: all of them in a table, and one in depth. */
public final class FileSystemsController implements View, Reveals {
    /** The resources this view shows: the findings about them are counted in its badge. */
    public static final Set<ResourceType> SHOWN = Set.of(ResourceType.FILE_SYSTEM, ResourceType.MOUNT_TARGET);

    private static final double NARROW = 1080;
    private static final int MOST_ROWS = 8;
    private static final double ROW_EM = 2.154;
    private static final double PX_PER_EM = 13;
    private static final double SCROLL_BAR = 13;

    private final ViewContext newest;
    private final ViewContext context;
    private final FileSystemsModel model;
    private final Preparation<Moment, FileSystemsModel.Prepared> preparation;
    private final InspectorController inspector;
    private final FileDetail fileDetail;
    private final Parent root;
    private final OnScreen onScreen;
    private final ReadOnlyObjectWrapper<@Nullable ResourceRef> detailed = new ReadOnlyObjectWrapper<>(this, "detailed");
    private boolean fitted;

    @FXML
    private BorderPane view;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private AgeLabel age;

    @FXML
    private VBox tablePanel;

    @FXML
    private SixSights sights;

    @FXML
    private DataTable<Row> table;

    @FXML
    private Panel detail;

    @FXML
    private CopyId id;

    @FXML
    private HBox acts;

    @FXML
    private Button inspect;

    @FXML
    private HBox lower;

    @FXML
    private SixSights mountSights;

    @FXML
    private DataTable<MountFacts> mounts;

    @FXML
    private AgeLabel mountsAge;

    @FXML
    private SixSights pointSights;

    @FXML
    private DataTable<AccessPoint> points;

    @FXML
    private AgeLabel pointsAge;

    @FXML
    private AgeLabel policiesAge;

    @FXML
    private VBox remarks;

    @FXML
    private AgeLabel sizeAge;

    @FXML
    private AgeLabel growthAge;

    @FXML
    private Label mode;

    @FXML
    private Label size;

    @FXML
    private Label measured;

    @FXML
    private VBox barHolder;

    @FXML
    private Label classes;

    @FXML
    private Label growth;

    @FXML
    private VBox growthHolder;

    @FXML
    private Label forecast;

    @FXML
    private HBox tiles;

    @FXML
    private Label lifecycle;

    @FXML
    private Label backup;

    @FXML
    private Label encryption;

    /**
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone
     * @param background where rows are made
     * @param screen the JavaFX thread
     */
    public FileSystemsController(
            ViewContext newest,
            LayoutMemory memory,
            InspectorController inspector,
            Executor background,
            Executor screen) {
        this.newest = newest;
        this.onScreen = new OnScreen(newest, FileSystemsModel.MADE_OF, newest.deployment(), this::apply, this::tick);
        this.inspector = inspector;
        this.model = new FileSystemsModel();
        this.context = newest.over(model.current());
        this.preparation = new Preparation<>(background, screen, model::prepare, this::show, Moment::isSmall);
        var ages = new Ages(context.texts(), context.zone());
        var words = new FileTexts(context.texts(), ages);
        root = new InspectorHost(ViewLoader.load(this, context.texts()), inspector);
        fileDetail = new FileDetail(
                context,
                words,
                new FileDetail.Nodes(
                        remarks,
                        mode,
                        size,
                        measured,
                        barHolder,
                        classes,
                        growth,
                        growthHolder,
                        forecast,
                        tiles,
                        lifecycle,
                        backup,
                        encryption));
        var columns = new FileColumns(context.texts(), words, ages, context.now()::getValue);
        table.getColumns().addAll(columns.fileSystems());
        mounts.getColumns().addAll(columns.mounts(() -> trust(Parts.MOUNT_TARGETS)));
        points.getColumns().addAll(columns.points(() -> trust(Parts.ACCESS_POINTS)));
        List.of(table, mounts, points).forEach(ColumnWidths::share);
        memory.keep("filesystems.filter", filter.textProperty());
        showDetail();
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        table.setRowKey(Row::ref);
        table.setPlaceholder(new Label(texts.get("filesystems.filteredAway")));
        mounts.setRowKey(it -> it.mount().id());
        mounts.setPlaceholder(new Label(texts.get("filesystems.mounts.empty")));
        points.setRowKey(AccessPoint::id);
        points.setPlaceholder(new Label(texts.get("filesystems.points.empty")));
        sights.setEmptyTitle(texts.get("filesystems.empty"));
        sights.follow(context, Parts.FILE_SYSTEMS, Set.of("elasticfilesystem:DescribeFileSystems"));
        mountSights.setEmptyTitle(texts.get("filesystems.mounts.none"));
        mountSights.follow(context, Parts.MOUNT_TARGETS, Set.of("elasticfilesystem:DescribeMountTargets"));
        pointSights.setEmptyTitle(texts.get("filesystems.points.none"));
        pointSights.follow(context, Parts.ACCESS_POINTS, Set.of("elasticfilesystem:DescribeAccessPoints"));
        age.follow(context, List.of(Parts.FILE_SYSTEMS));
        sizeAge.follow(context, List.of(Parts.FILE_SYSTEMS));
        growthAge.follow(context, List.of(Parts.FILE_SIZES));
        mountsAge.follow(context, List.of(Parts.MOUNT_TARGETS, Parts.SECURITY_GROUPS));
        pointsAge.follow(context, List.of(Parts.ACCESS_POINTS));
        policiesAge.follow(context, List.of(Parts.FILE_POLICIES));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnAction(event -> table.requestFocus());
        model.filterProperty().subscribe(typed -> {
            table.setRowFilter(model::admits);
            count();
            showDetail();
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !row.ref().equals(model.selectedProperty().get())) {
                model.selectedProperty().set(row.ref());
            }
        });
        model.selectedProperty().subscribe(ref -> showDetail());
        mounts.getSelectionModel().selectedItemProperty().subscribe(mount -> {
            if (mount != null) {
                inspector.show(mount.mount().ref());
            }
        });
        inspect.setOnAction(event -> {
            var row = model.chosen();
            if (row != null) {
                inspector.show(row.ref());
            }
        });
        inspector.onClose(() -> mounts.getSelectionModel().clearSelection());
        view.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    @Override
    public Parent root() {
        return root;
    }

    /** The file system whose details are on screen: what was chosen, else the first; null for none. */
    public ReadOnlyObjectProperty<@Nullable ResourceRef> detailedProperty() {
        return detailed.getReadOnlyProperty();
    }

    /** Room in the head of the details for what can be done to the file system. */
    public Pane acts() {
        return acts;
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
        var row = model.rows().get().stream()
                .filter(each -> each.ref().equals(resource)
                        || each.facts().mounts().stream()
                                .anyMatch(mount -> mount.mount().ref().equals(resource)))
                .findFirst();
        if (row.isEmpty()) {
            return false;
        }
        if (!model.admits(row.get())) {
            filter.clear();
        }
        table.reveal(row.get().ref());
        if (resource.type() == ResourceType.MOUNT_TARGET) {
            mounts.reveal(resource.id());
        }
        return true;
    }

    private void fit(double width) {
        var form = width > 0 && width < NARROW ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL;
        List.of(age, mountsAge, pointsAge).forEach(label -> label.setForm(form));
    }

    private void apply() {
        preparation.want(Moment.of(newest));
    }

    private void tick() {
        preparation.tick();
        if (model.isOutdated(Moment.of(context))) {
            apply();
        }
    }

    private void show(FileSystemsModel.Prepared made) {
        model.show(made);
        table.apply(made.rows());
        if (!fitted && !table.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(table);
            ColumnWidths.share(table, table.getWidth());
        }
        var lines = Math.clamp(made.rows().size(), 1, MOST_ROWS) + 1;
        tablePanel.setMinHeight(lines * ROW_EM * PX_PER_EM + SCROLL_BAR);
        tablePanel.setPrefHeight(
                made.rows().isEmpty() ? Region.USE_COMPUTED_SIZE : lines * ROW_EM * PX_PER_EM + SCROLL_BAR);
        count();
        showDetail();
    }

    private void count() {
        var hiding = !model.filterProperty().get().isBlank();
        matches.setVisible(hiding);
        matches.setText(
                hiding
                        ? context.texts()
                                .get(
                                        "filesystems.matches",
                                        table.getItems().size(),
                                        model.rows().get().size())
                        : "");
    }

    private void showDetail() {
        if (fileDetail == null) {
            return; // the constructor shows it when everything is there
        }
        var row = model.chosen();
        detailed.set(row == null ? null : row.ref());
        for (var part : List.of(detail, lower)) {
            part.setVisible(row != null);
            part.setManaged(row != null);
        }
        if (row == null) {
            return;
        }
        detail.setTitle(AwsText.line(row.facts().files().name()));
        id.show(row.facts().files().id(), 24, context.texts());
        fileDetail.show(row.facts(), context.now().getValue());
        mounts.apply(row.facts().mounts());
        points.apply(row.facts().points());
    }

    private Freshness trust(Part<?> part) {
        return context.deployment()
                .getValue()
                .observed(part)
                .freshness(context.now().getValue());
    }
}
