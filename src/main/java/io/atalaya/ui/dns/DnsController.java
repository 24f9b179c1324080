package io.atalaya.ui.dns;

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
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.Preparation;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.inspector.InspectorController;
import io.atalaya.ui.inspector.InspectorHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Names in three tables: where each leads, who answers for it, and whether that is so from here. */
public final class DnsController implements View, Reveals {
    /** The resources this view shows: the findings about them are counted in its badge. */
    public static final Set<ResourceType> SHOWN =
            Set.of(ResourceType.HOSTED_ZONE, ResourceType.RECORD_SET, ResourceType.HEALTH_CHECK);

    private static final double NARROW = 1080;
    private static final int MOST_ROWS = 8;
    private static final double ROW = 28;
    private static final double SCROLL_BAR = 13;

    private final ViewContext newest;
    private final ViewContext context;
    private final DnsModel model;
    private final Preparation<Moment, DnsModel.Prepared> preparation;
    private final InspectorController inspector;
    private final Parent root;
    private final List<KindTable<?>> tables = new ArrayList<>();
    private final RecordPanelsController record;
    private final ZonePanelsController zone;
    private final CheckPanelsController check;
    private final OnScreen onScreen;

    @FXML
    private BorderPane view;

    @FXML
    private Pills<Kind> pills;

    @FXML
    private FilterField filter;

    @FXML
    private Label matches;

    @FXML
    private AgeLabel age;

    @FXML
    private VBox tableBox;

    @FXML
    private StackPane tableHolder;

    /**
     * @param memory keeps the filter over restarts
     * @param inspector of this view alone
     * @param looksUp whether names are asked of public DNS: only where the endpoint is AWS itself
     * @param background where rows are made
     * @param screen the JavaFX thread
     */
    public DnsController(
            ViewContext newest,
            LayoutMemory memory,
            InspectorController inspector,
            boolean looksUp,
            Executor background,
            Executor screen) {
        this.newest = newest;
        this.onScreen = new OnScreen(newest, DnsModel.MADE_OF, newest.deployment(), this::apply, this::tick);
        this.inspector = inspector;
        var texts = newest.texts();
        this.model = new DnsModel(texts, looksUp);
        this.context = newest.over(model.current());
        this.preparation = new Preparation<>(background, screen, model::prepare, this::show, Moment::isSmall);
        var words = new DnsTexts(texts);
        var columns = new DnsColumns(texts, words, new Ages(texts, context.zone()), context.now()::getValue);
        tables.add(new KindTable<>(Kind.RECORDS, context, columns.records(), DnsModel.Shown::records, this::selected));
        tables.add(new KindTable<>(Kind.ZONES, context, columns.zones(), DnsModel.Shown::zones, this::selected));
        tables.add(new KindTable<>(Kind.CHECKS, context, columns.checks(), DnsModel.Shown::checks, this::selected));
        record = new RecordPanelsController(context, words, looksUp, this::go, inspector::show);
        zone = new ZonePanelsController(context);
        check = new CheckPanelsController(context, columns);
        root = new InspectorHost(ViewLoader.load(this, texts, record, zone, check), inspector);
        memory.keep("dns.filter", filter.textProperty());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        for (var kind : Kind.values()) {
            pills.add(kind, texts.get("dns.kind." + kind));
        }
        pills.valueProperty().subscribe(kind -> {
            if (kind != null) {
                model.kindProperty().set(kind);
            }
        });
        for (var table : tables) {
            tableHolder.getChildren().add(table.node());
        }
        age.attach(context);
        model.kindProperty().subscribe(this::turnTo);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnAction(event -> table().table().requestFocus());
        model.filterProperty().subscribe(typed -> {
            tables.forEach(table -> table.table().setRowFilter(model::admits));
            count();
            showDetail();
        });
        view.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    @Override
    public Parent root() {
        return root;
    }

    /** The record, zone or health check whose details are on screen; null for none. */
    public ReadOnlyObjectProperty<@Nullable ResourceRef> detailedProperty() {
        return model.detailedProperty();
    }

    /** Room in the head of a record's details for what can be done to it. */
    public Pane acts() {
        return record.acts();
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
            var shown = model.shown();
            if (table.kind().type() == resource.type() && shown != null) {
                var row = shown.of(table.kind()).stream()
                        .filter(each -> each.ref().equals(resource))
                        .findFirst();
                if (row.isEmpty()) {
                    return false;
                }
                if (!model.admits(row.get())) {
                    filter.clear();
                }
                pills.valueProperty().set(table.kind());
                table.table().reveal(resource);
                return true;
            }
        }
        return false;
    }

    /** Within this view where it shows the resource, else in the inspector. */
    private void go(ResourceRef resource) {
        if (!reveal(resource)) {
            inspector.show(resource);
        }
    }

    private void selected(Kind kind, Row<?> row) {
        model.select(kind, row.ref());
        showDetail();
    }

    private void fit(double width) {
        var form = width > 0 && width < NARROW ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL;
        age.setForm(form);
        zone.setForm(form);
        check.setForm(form);
    }

    private KindTable<?> table() {
        return tables.get(model.kindProperty().get().ordinal());
    }

    private void turnTo(Kind kind) {
        pills.valueProperty().set(kind);
        tables.forEach(table -> table.node().setVisible(table.kind() == kind));
        age.observedProperty().set(context.deployment().getValue().observed(kind.part()));
        size();
        count();
        showDetail();
    }

    /** Records are many and take the room there is; zones and checks are few and leave it to their details. */
    private void size() {
        var kind = model.kindProperty().get();
        var shown = model.shown();
        var rows = shown == null ? 0 : shown.of(kind).size();
        var fixed = kind != Kind.RECORDS && rows > 0;
        VBox.setVgrow(tableBox, fixed ? Priority.NEVER : Priority.ALWAYS);
        tableBox.setPrefHeight(fixed ? (Math.min(rows, MOST_ROWS) + 1) * ROW + SCROLL_BAR : Region.USE_COMPUTED_SIZE);
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

    private void show(DnsModel.Prepared made) {
        var before = model.shown();
        model.show(made);
        for (var kind : Kind.values()) {
            var observed = made.deployment().observed(kind.part());
            var title = context.texts().get("dns.kind." + kind);
            var more = Ages.isArriving(observed) ? "+" : "";
            pills.setText(
                    kind,
                    observed.value() == null
                            ? title
                            : title + " " + made.shown().of(kind).size() + more);
        }
        age.observedProperty()
                .set(made.deployment().observed(model.kindProperty().get().part()));
        if (made.shown() != before) {
            tables.forEach(table -> table.show(made.shown()));
            size();
            count();
            showDetail();
        }
    }

    private void count() {
        var shown = model.shown();
        var hiding = !model.filterProperty().get().isBlank();
        matches.setVisible(shown != null && hiding);
        matches.setText(
                shown != null && hiding
                        ? context.texts()
                                .get(
                                        "dns.matches",
                                        table().table().getItems().size(),
                                        shown.of(model.kindProperty().get()).size())
                        : "");
    }

    private void showDetail() {
        var shown = model.shown();
        var kind = model.kindProperty().get();
        var recordRow = kind == Kind.RECORDS && shown != null ? model.chosen(kind, shown.records()) : null;
        var zoneRow = kind == Kind.ZONES && shown != null ? model.chosen(kind, shown.zones()) : null;
        var checkRow = kind == Kind.CHECKS && shown != null ? model.chosen(kind, shown.checks()) : null;
        record.show(recordRow, shown);
        zone.show(zoneRow);
        check.show(checkRow);
        model.detail(recordRow != null ? recordRow : zoneRow != null ? zoneRow : checkRow);
    }
}
