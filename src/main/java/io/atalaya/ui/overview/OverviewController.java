package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.overview.Urgency;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Seen;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.ValueTile;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The overview: the whole deployment at one glance, and the way to what is wrong. */
public final class OverviewController implements View {
    private static final PseudoClass NARROW_VIEW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW = 1080;

    private final ViewContext context;
    private final OverviewModel model;
    private final Parent root;
    private final List<StageBox> boxes = new ArrayList<>();
    private final List<ValueTile> tiles = new ArrayList<>();
    private final ObservableList<AttentionRow> attention = FXCollections.observableArrayList();
    private final DayTimeline timeline;
    private final OnScreen onScreen;

    @FXML
    private BorderPane overview;

    @FXML
    private StateLabel headline;

    @FXML
    private GridPane strip;

    @FXML
    private Badge failed;

    @FXML
    private Badge degraded;

    @FXML
    private Badge unknown;

    @FXML
    private ListView<AttentionRow> attentionList;

    @FXML
    private Label attentionNone;

    @FXML
    private Label changesNone;

    @FXML
    private AgeLabel attentionAge;

    @FXML
    private GridPane figures;

    @FXML
    private AgeLabel figuresAge;

    @FXML
    private Badge changeCount;

    @FXML
    private StackPane timelineHolder;

    @FXML
    private DataTable<ChangeRow> changeTable;

    @FXML
    private AgeLabel changesAge;

    @FXML
    private Label freshNote;

    @FXML
    private DataTable<FreshRow> freshTable;

    /** @param model of the connection, shared by all windows: it knows since when things are so, and follows by itself */
    public OverviewController(ViewContext context, OverviewModel model) {
        this.context = context;
        this.model = model;
        this.onScreen = new OnScreen(context, OverviewModel.MADE_OF, model.shown(), this::show, this::tick);
        this.timeline = new DayTimeline(context.zone());
        this.root = ViewLoader.load(this, context.texts());
        show();
    }

    @FXML
    private void initialize() {
        boxes.add(box(0, false));
        boxes.add(box(2, false));
        boxes.add(box(4, false));
        var databases = new StageBox(context, true, this::open);
        var files = new StageBox(context, true, this::open);
        boxes.add(databases);
        boxes.add(files);
        var data = new VBox(databases, files);
        data.getStyleClass().add("stage-column");
        strip.add(data, 6, 0);
        strip.add(new StageArrow(false), 1, 0);
        strip.add(new StageArrow(false), 3, 0);
        strip.add(new StageArrow(true), 5, 0);
        for (int i = 0; i < 8; i++) {
            var tile = new ValueTile(context, "figure-tile");
            tiles.add(tile);
            if (i % 2 == 1) {
                tile.getStyleClass().add("figure-right");
            }
            if (i / 2 == 3) {
                tile.getStyleClass().add("figure-bottom");
            }
            figures.add(tile, i % 2, i / 2);
        }
        attentionList.setItems(attention);
        attentionList.setCellFactory(it -> new AttentionCell(context.texts(), this::follow));
        attentionList.setOnKeyPressed(event -> {
            var selected = attentionList.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                follow(selected);
                event.consume();
            }
        });
        timelineHolder.getChildren().add(timeline);
        changeColumns();
        freshColumns();
        overview.widthProperty().subscribe(width -> fit(width.doubleValue()));
        attentionAge.follow(context, List.of(Parts.TARGETS));
        figuresAge.follow(context, List.of(Parts.METRICS));
        changesAge.follow(context, List.of(Parts.SCALING_ACTIVITIES, Parts.DATABASE_EVENTS));
    }

    /** On a small screen ages are brief and names take the room. */
    private void fit(double width) {
        var narrow = width > 0 && width < NARROW;
        overview.pseudoClassStateChanged(NARROW_VIEW, narrow);
        attentionAge.setForm(narrow ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL);
        freshTable.getColumns().get(1).setVisible(!narrow);
        changesAge.setForm(narrow ? AgeLabel.Form.BRIEF : AgeLabel.Form.FULL);
    }

    private StageBox box(int column, boolean brief) {
        var box = new StageBox(context, brief, this::open);
        strip.add(box, column, 0);
        return box;
    }

    private void changeColumns() {
        var texts = context.texts();
        changeTable.setRowKey(ChangeRow::key);
        changeTable.getColumns().add(Columns.mono(texts.get("overview.changes.time"), 104, ChangeRow::time));
        var word = Columns.<ChangeRow>state(
                texts.get("overview.changes.word"),
                190,
                row -> Seen.current(row.happening().state(), row.happening().word()));
        word.setCellFactory(it -> new ChangeCell());
        changeTable.getColumns().add(word);
        changeTable.getColumns().add(Columns.text(texts.get("overview.changes.text"), 360, row -> row.happening()
                .text()));
        changeTable.getColumns().add(Columns.text(texts.get("overview.changes.origin"), 90, row -> row.happening()
                .origin()));
        changeTable.setOnMouseClicked(event -> {
            var row = changeTable.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && row != null && row.happening().subject() != null) {
                open(row.happening().subject());
            }
        });
    }

    private void freshColumns() {
        var texts = context.texts();
        freshTable.setRowKey(FreshRow::part);
        freshTable.getColumns().add(Columns.text(texts.get("overview.fresh.source"), 150, FreshRow::name));
        freshTable
                .getColumns()
                .add(Columns.number(texts.get("overview.fresh.every"), 62, FreshRow::cadence, Durations::brief));
        freshTable
                .getColumns()
                .add(Columns.number(texts.get("overview.fresh.age"), 84, FreshRow::seconds, FreshRows::words));
        freshTable.getColumns().add(Columns.state(texts.get("overview.fresh.asked"), 110, FreshRow::asked));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        onScreen.begin();
        tick();
        show();
    }

    @Override
    public void deactivate() {
        onScreen.end();
    }

    private void tick() {
        model.tick(context.now().getValue());
    }

    private void show() {
        var shown = model.shown().get();
        if (shown == null) {
            return;
        }
        headline.show(
                shown.state(),
                shown.headline(),
                shown.trust() == Freshness.NEVER_READ ? Freshness.CURRENT : shown.trust());
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).show(shown.stages().get(i), context);
        }
        for (int i = 0; i < tiles.size(); i++) {
            var figure = shown.figures().get(i);
            tiles.get(i)
                    .show(
                            figure.tile(),
                            context.deployment()
                                    .getValue()
                                    .observed(figure.figure().kind().basis()));
        }
        count(failed, shown.count(Urgency.FAILED), "overview.attention.failed");
        count(degraded, shown.count(Urgency.DEGRADED), "overview.attention.degraded");
        count(unknown, shown.count(Urgency.UNKNOWN), "overview.attention.unknown");
        var read = shown.trust() != Freshness.NEVER_READ;
        attentionNone.setText(context.texts().get(read ? "overview.attention.none" : "overview.attention.unread"));
        changesNone.setText(
                context.texts().get(shown.changesRead() ? "overview.changes.none" : "overview.changes.unread"));
        changeCount.setText(String.valueOf(shown.changes().size()));
        changeTable.apply(shown.changes());
        showAges();
    }

    private void showAges() {
        var shown = model.shown().get();
        if (shown == null) {
            return;
        }
        KeyedRows.apply(attention, shown.attention(), AttentionRow::key, attentionList.getSelectionModel());
        timeline.show(shown.changes(), context.now().getValue());
        freshTable.apply(shown.fresh());
        freshNote.setText(context.texts()
                .get(
                        "overview.fresh.current",
                        FreshRows.current(shown.fresh()),
                        shown.fresh().size()));
    }

    private void count(Badge badge, long count, String key) {
        badge.showCount((int) count, context.texts().get(key, count));
    }

    private void follow(AttentionRow row) {
        var finding = row.finding();
        switch (NextStep.of(finding.kind())) {
            case COPY_POLICY -> {
                var problem = context.deployment()
                        .getValue()
                        .observed(finding.basis())
                        .problem();
                if (problem != null) {
                    CopyId.copy(ProblemTexts.policyStatement(problem));
                }
            }
            case ASK_AGAIN -> context.asker().askNow(Set.of(finding.basis()));
            case OPEN_LINEAGE -> context.navigator().show("compute");
            case OPEN_DATABASE -> {
                context.navigator().show("databases");
                if (finding.subject() != null) {
                    open(finding.subject());
                }
            }
            default -> {
                if (finding.subject() == null) {
                    context.navigator().show("compute");
                } else {
                    open(finding.subject());
                }
            }
        }
    }

    private void open(ResourceRef ref) {
        context.navigator().reveal(ref);
    }
}
