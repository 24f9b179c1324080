package io.atalaya.ui.databases;

import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.ViewLoader;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One database: its card and its snapshots, and beside them what there is to know besides. */
final class DetailController {
    /** Narrower, the panels of the side stand below. */
    private static final double BESIDE = 1000;

    private static final double LEFT = 62;

    private final ViewContext context;
    private final DatabasesModel model;
    private final BackupTexts backupTexts;
    private final CardController card;
    private final SideController side;
    private final SnapshotTable snapshots;
    private final Parent root;
    private @Nullable DatabaseRow shown;

    @FXML
    private ScrollPane detail;

    @FXML
    private GridPane grid;

    @FXML
    private VBox left;

    @FXML
    private Panel snapshotsPanel;

    @FXML
    private Pills<SnapshotTable.Kinds> kinds;

    @FXML
    private ActBar snapshotActs;

    @FXML
    private AgeLabel snapshotsAge;

    @FXML
    private StateShape backupShape;

    @FXML
    private Label backupSentence;

    DetailController(
            ViewContext context,
            DatabasesModel model,
            Ages ages,
            TableColumns columns,
            Consumer<ResourceRef> go,
            Consumer<ResourceRef> inspect) {
        this.context = context;
        this.model = model;
        this.backupTexts = new BackupTexts(context.texts(), ages, context.zone());
        this.card = new CardController(context, ages, model.databaseProperty());
        this.side = new SideController(context, ages, columns, go);
        this.snapshots = new SnapshotTable("database-snapshots", columns.snapshotsOfOne(), context);
        this.root = ViewLoader.load(this, context.texts());
        card.onInspect(() -> {
            if (shown != null) {
                inspect.accept(shown.key());
            }
        });
    }

    @FXML
    private void initialize() {
        left.getChildren().addFirst(card.root());
        snapshotsPanel.getChildren().add(snapshots.node());
        snapshots.follow(context, Parts.DATABASE_SNAPSHOTS, "rds:DescribeDBSnapshots");
        snapshots.onSelect(model.snapshotProperty()::set);
        snapshotActs.follow(context, model.snapshotProperty());
        for (var kind : SnapshotTable.Kinds.values()) {
            kinds.add(kind, context.texts().get("databases.kinds." + kind));
        }
        kinds.valueProperty().subscribe(kind -> snapshots.filter(row -> kind == null || kind.admits(row)));
        snapshotsAge.setForm(AgeLabel.Form.BRIEF);
        snapshotsAge.follow(context, List.of(Parts.DATABASE_SNAPSHOTS));
        detail.widthProperty().subscribe(width -> arrange(width.doubleValue() >= BESIDE));
    }

    Parent root() {
        return root;
    }

    private void arrange(boolean beside) {
        if (grid.getColumnConstraints().size() == (beside ? 2 : 1)) {
            return;
        }
        grid.getChildren().setAll(left, side.root());
        GridPane.setConstraints(left, 0, 0);
        GridPane.setConstraints(side.root(), beside ? 1 : 0, beside ? 0 : 1);
        grid.getColumnConstraints().setAll(beside ? List.of(share(LEFT), share(100 - LEFT)) : List.of(share(100)));
    }

    private static ColumnConstraints share(double percent) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    /** @param rows the snapshots of all databases */
    void show(DatabaseRow row, List<SnapshotRow> rows) {
        shown = row;
        var view = row.view();
        card.show(row);
        side.show(view);
        var ids = view.snapshots().stream().map(each -> each.snapshot().ref()).toList();
        var own = rows.stream().filter(each -> ids.contains(each.key())).toList();
        snapshots.show(own);
        var automated =
                own.stream().filter(SnapshotTable.Kinds.AUTOMATED::admits).count();
        snapshotsPanel.setNote(context.texts().get("databases.snapshots.counts", automated, own.size() - automated));
        backup(row);
    }

    private void backup(DatabaseRow row) {
        var view = row.view();
        backupSentence.setText(backupTexts.sentence(view, context.now().getValue()));
        backupShape.show(
                view.backup() == null ? State.UNKNOWN : State.HEALTHY,
                row.seen().freshness());
    }

    void tick(boolean minute) {
        if (shown != null) {
            card.tick(shown);
            if (minute) {
                backup(shown);
                side.show(shown.view());
                snapshots.tick();
            }
        }
    }
}
