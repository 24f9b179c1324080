package io.atalaya.ui.wall;

import io.atalaya.ui.OnScreen;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.noc.NocParts;
import io.atalaya.ui.overview.OverviewModel;
import io.atalaya.ui.overview.StageText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The wall. Follows the tick: every second it says what is, every twenty seconds other items; and when it cannot see, it says so
 * louder than anything else. Its texts are as large as the window allows.
 */
public final class WallController implements View {
    /** The size for which the style sheet's em are made. */
    private static final double WIDTH = 1440;

    private static final double HEIGHT = 900;
    private static final double EM = 13;
    private static final PseudoClass STARTING = PseudoClass.getPseudoClass("starting");

    private final ViewContext context;
    private final WallPorts ports;
    private final WallModel model;
    private final Parent root;
    private final OnScreen onScreen;
    private final List<WallStage> stages = new ArrayList<>();
    private final List<WallTile> tiles = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final StateShape headShape = new StateShape(StateShape.Size.PX80);
    private final StateShape dataShape = new StateShape(StateShape.Size.PX18);
    private final StateShape credentialShape = new StateShape(StateShape.Size.PX18);
    private final StateShape keepingShape = new StateShape(StateShape.Size.PX18);

    @FXML
    private StackPane wall;

    @FXML
    private VBox picture;

    @FXML
    private HBox head;

    @FXML
    private Label word;

    @FXML
    private Label reason;

    @FXML
    private Label time;

    @FXML
    private Label date;

    @FXML
    private Label otherTime;

    @FXML
    private GridPane strip;

    @FXML
    private GridPane figures;

    @FXML
    private VBox queue;

    @FXML
    private Label nothing;

    @FXML
    private Label more;

    @FXML
    private Label deployment;

    @FXML
    private Label where;

    @FXML
    private Label data;

    @FXML
    private Label meter;

    @FXML
    private Label credentials;

    @FXML
    private Label keeping;

    @FXML
    private Label page;

    @FXML
    private VBox notWatching;

    @FXML
    private Label notWatchingWord;

    @FXML
    private Label notWatchingWhy;

    @FXML
    private Label notWatchingSince;

    /** @param context whose clock and snapshots it follows; nothing of it asks a person */
    public WallController(ViewContext context, WallPorts ports) {
        this.context = context;
        this.ports = ports;
        this.model = new WallModel(context.texts(), context.zone());
        var watched = Stream.concat(NocParts.ALL.stream(), OverviewModel.MADE_OF.stream())
                .distinct()
                .toList();
        this.onScreen = new OnScreen(context, watched, ports.board(), this::show, this::show);
        this.root = ViewLoader.load(this, context.texts());
        show();
    }

    @FXML
    private void initialize() {
        head.getChildren().addFirst(headShape);
        for (int i = 0; i < 3; i++) {
            var stage = new WallStage(false);
            stages.add(stage);
            strip.add(stage, 2 * i, 0);
            strip.add(arrow(), 2 * i + 1, 0);
        }
        var databases = new WallStage(true);
        var files = new WallStage(true);
        stages.add(databases);
        stages.add(files);
        var column = new VBox(databases, files);
        column.getStyleClass().add("wall-stage-column");
        VBox.setVgrow(databases, Priority.ALWAYS);
        VBox.setVgrow(files, Priority.ALWAYS);
        strip.add(column, 6, 0);
        for (int i = 0; i < WallModel.TILES; i++) {
            var tile = new WallTile();
            tiles.add(tile);
            figures.add(tile, i, 0);
            if (i == 0) {
                tile.getStyleClass().add("wall-tile-first");
            }
        }
        for (int i = 0; i < WallModel.ENTRIES; i++) {
            var entry = new Entry();
            entries.add(entry);
            queue.getChildren().add(i, entry);
        }
        data.setGraphic(dataShape);
        credentials.setGraphic(credentialShape);
        keeping.setGraphic(keepingShape);
        wall.widthProperty().subscribe(it -> fit());
        wall.heightProperty().subscribe(it -> fit());
    }

    private static Label arrow() {
        var arrow = new Label("→");
        arrow.getStyleClass().add("wall-arrow");
        arrow.setMaxWidth(Double.MAX_VALUE);
        arrow.setAlignment(Pos.CENTER);
        return arrow;
    }

    /** All sizes are em of this. */
    private void fit() {
        double scale = Math.min(wall.getWidth() / WIDTH, wall.getHeight() / HEIGHT);
        if (scale > 0) {
            picture.setStyle("-fx-font-size: " + EM * scale + "px;");
            notWatching.setStyle("-fx-font-size: " + EM * scale + "px;");
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        onScreen.begin();
        show();
    }

    @Override
    public void deactivate() {
        onScreen.end();
    }

    private void show() {
        var now = context.now().getValue();
        var shown = model.of(
                context.deployment().getValue(),
                new WallModel.Watched(
                        ports.board().getValue(),
                        ports.desk().state().getValue(),
                        ports.desk().lookedAt().getValue(),
                        ports.desk().keeping().getValue(),
                        ports.health().get()),
                now);
        headShape.show(shown.state(), shown.stale());
        word.setText(shown.word());
        StateStyles.apply(word, shown.state(), shown.stale());
        reason.setText(shown.reason());
        time.setText(shown.time());
        date.setText(shown.date());
        otherTime.setText(shown.otherTime());
        for (int i = 0; i < stages.size(); i++) {
            StageText stage = shown.stages().get(i);
            stages.get(i).show(stage);
        }
        for (int i = 0; i < tiles.size(); i++) {
            boolean there = i < shown.tiles().size();
            tiles.get(i).setVisible(there);
            if (there) {
                tiles.get(i).show(shown.tiles().get(i), now);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean there = i < shown.queue().size();
            entries.get(i).setVisible(there);
            entries.get(i).setManaged(there);
            if (there) {
                entries.get(i).show(shown.queue().get(i));
            }
        }
        nothing.setText(shown.nothing());
        nothing.setVisible(shown.queue().isEmpty());
        nothing.setManaged(shown.queue().isEmpty());
        more.setText(shown.more());
        foot(shown);
        boolean loud = !shown.notWatching().isEmpty();
        notWatching.setVisible(loud);
        notWatching.pseudoClassStateChanged(STARTING, shown.starting());
        if (loud) {
            notWatchingWord.setText(shown.notWatching().get(0));
            notWatchingWhy.setText(shown.notWatching().get(1));
            notWatchingSince.setText(shown.notWatching().get(2) + "  ·  " + shown.time());
            wall.setAccessibleText(String.join(". ", shown.notWatching()));
        } else {
            wall.setAccessibleText(shown.word() + ". " + shown.reason());
        }
    }

    private void foot(WallShown shown) {
        deployment.setText(shown.deployment());
        where.setText(shown.where());
        dataShape.show(shown.dataState(), false);
        data.setText(shown.data());
        meter.setText(shown.meter());
        credentials.setText(shown.credentials());
        credentials.setVisible(!shown.credentials().isEmpty());
        credentials.setManaged(!shown.credentials().isEmpty());
        credentialShape.show(shown.credentialState(), false);
        keeping.setText(shown.keeping());
        keeping.setVisible(!shown.keeping().isEmpty());
        keeping.setManaged(!shown.keeping().isEmpty());
        keepingShape.show(shown.keepingState(), false);
        page.setText(shown.page());
    }

    /** One line of the alarm queue. */
    private static final class Entry extends HBox {
        private final StateShape shape = new StateShape(StateShape.Size.PX28);
        private final Label what = new Label();
        private final Label owner = new Label();
        private final Label lasted = new Label();

        Entry() {
            getStyleClass().add("wall-entry");
            setAlignment(Pos.CENTER_LEFT);
            what.getStyleClass().add("wall-title");
            what.setMinWidth(0);
            owner.getStyleClass().add("wall-line");
            owner.setMinWidth(0);
            lasted.getStyleClass().addAll("wall-line", "wall-mono");
            lasted.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().addAll(shape, what, owner, gap, lasted);
        }

        void show(WallShown.QueueRow row) {
            shape.show(row.state(), row.stale());
            what.setText(row.what());
            owner.setText(row.owner());
            lasted.setText(row.lasted());
        }
    }
}
