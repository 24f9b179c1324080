package io.atalaya.ui.databases;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.Caution;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActBar;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Badge;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.PointAges;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.ValueTile;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The card of the database that is looked at: state, facts, storage, figures, and what can be done. */
final class CardController {
    private static final int TILES_IN_A_ROW = 3;
    private static final int BADGES = 3;
    private static final int ROOM = 66;
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");

    private final ViewContext context;
    private final ObservableValue<@Nullable ResourceRef> selected;
    private final CardTexts texts;
    private final StorageTexts storageTexts;
    private final CautionTexts cautionTexts;
    private final StorageBar bar = new StorageBar();
    private final List<ValueTile> tileNodes = new ArrayList<>();
    private final Parent root;
    private Runnable onInspect = () -> {};

    @FXML
    private StateShape shape;

    @FXML
    private Label name;

    @FXML
    private Label word;

    @FXML
    private Label since;

    @FXML
    private HBox badges;

    @FXML
    private CopyId endpoint;

    @FXML
    private Label noEndpoint;

    @FXML
    private Button inspect;

    @FXML
    private AgeLabel age;

    @FXML
    private ActBar acts;

    @FXML
    private FactGrid facts;

    @FXML
    private Label used;

    @FXML
    private Label allocated;

    @FXML
    private Label maximum;

    @FXML
    private StackPane barHolder;

    @FXML
    private Label forecast;

    @FXML
    private Label basis;

    @FXML
    private AgeLabel storageAge;

    @FXML
    private GridPane tiles;

    /** @param selected the database that is looked at */
    CardController(ViewContext context, Ages ages, ObservableValue<@Nullable ResourceRef> selected) {
        this.context = context;
        this.selected = selected;
        this.texts = new CardTexts(context.texts(), ages, context.zone());
        this.storageTexts = new StorageTexts(context.texts(), context.zone());
        this.cautionTexts = new CautionTexts(context.texts(), ages);
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        barHolder.getChildren().add(bar);
        age.setForm(AgeLabel.Form.BRIEF);
        age.follow(context, List.of(Parts.DATABASES));
        storageAge.setForm(AgeLabel.Form.BRIEF);
        storageAge.follow(context, List.of(Parts.METRICS, Parts.DATABASE_STORAGE));
        inspect.setOnAction(event -> onInspect.run());
        inspect.setTooltip(new Tooltip(context.texts().get("databases.inspect")));
        acts.follow(context, selected);
    }

    Parent root() {
        return root;
    }

    void onInspect(Runnable action) {
        onInspect = action;
    }

    void show(DatabaseRow row) {
        var view = row.view();
        var now = context.now().getValue();
        var it = view.database();
        var stale = row.seen().freshness() == Freshness.LAST_KNOWN;
        shape.show(view.condition().state(), row.seen().freshness());
        name.setText(AwsText.line(it.id()));
        word.setText(AwsText.word(view.condition().word()));
        StateStyles.apply(word, view.condition().state(), stale);
        endpoint.setVisible(it.endpoint() != null);
        endpoint.setManaged(it.endpoint() != null);
        noEndpoint.setVisible(it.endpoint() == null);
        noEndpoint.setManaged(it.endpoint() == null);
        if (it.endpoint() != null) {
            endpoint.show(it.port() == null ? it.endpoint() : it.endpoint() + ":" + it.port(), ROOM, context.texts());
        }
        badges(view.cautions());
        facts.show(texts.facts(view));
        storage(row, stale);
        tiles(row);
        tick(row);
        root.setAccessibleText(name.getText() + " " + word.getText() + " " + texts.since(view, now));
    }

    /** What grows older by itself. */
    void tick(DatabaseRow row) {
        var now = context.now().getValue();
        since.setText(texts.since(row.view(), now));
        since.setTooltip(new Tooltip(texts.sinceWhy(row.view(), now)));
    }

    private void badges(List<Caution> cautions) {
        badges.getChildren().clear();
        cautions.stream().limit(BADGES).forEach(each -> {
            var badge = new Badge(
                    cautionTexts.word(each), each.state() == State.FAILED ? Badge.Tone.DANGER : Badge.Tone.WARNING);
            badge.setTooltip(new Tooltip(
                    AwsText.hint(cautionTexts.sentence(each, context.now().getValue()))));
            badges.getChildren().add(badge);
        });
        if (cautions.size() > BADGES) {
            badges.getChildren()
                    .add(new Badge(
                            context.texts().get("databases.more", cautions.size() - BADGES), Badge.Tone.NEUTRAL));
        }
    }

    private void storage(DatabaseRow row, boolean stale) {
        var storage = row.view().storage();
        var state = StorageTexts.state(row.view());
        var now = context.now().getValue();
        used.setText(storageTexts.used(storage));
        allocated.setText(storageTexts.allocated(storage));
        maximum.setText(storageTexts.maximum(storage));
        bar.setVisible(!storage.shared());
        bar.setManaged(!storage.shared());
        forecast.setText(storageTexts.forecast(row.view(), now));
        forecast.setTooltip(new Tooltip(forecast.getText() + "\n" + storageTexts.basis(storage)));
        basis.setText(storageTexts.basis(storage));
        basis.setTooltip(new Tooltip(basis.getText()));
        paint(forecast, state);
        forecast.pseudoClassStateChanged(KNOWN, StorageTexts.isForecast(storage));
        bar.show(storage, state, stale, used.getText() + ", " + allocated.getText() + ", " + maximum.getText());
    }

    private static void paint(Label label, @Nullable State state) {
        if (state == null) {
            StateStyles.clear(label);
        } else {
            StateStyles.apply(label, state, false);
        }
    }

    private void tiles(DatabaseRow row) {
        var figures = row.view().figures();
        while (tileNodes.size() < figures.size()) {
            var tile = new ValueTile(context, "metric-tile");
            tiles.add(tile, tileNodes.size() % TILES_IN_A_ROW, tileNodes.size() / TILES_IN_A_ROW);
            if (tileNodes.size() % TILES_IN_A_ROW == TILES_IN_A_ROW - 1) {
                tile.getStyleClass().add("metric-tile-right");
            }
            tileNodes.add(tile);
        }
        for (int i = 0; i < tileNodes.size(); i++) {
            var tile = tileNodes.get(i);
            tile.setVisible(i < figures.size());
            tile.setManaged(i < figures.size());
            if (i < figures.size()) {
                var figure = figures.get(i);
                var limit = row.view().limit();
                var hint =
                        i == 0 && limit != null ? texts.connections(limit) + "\n" + texts.connectionsHint(limit) : "";
                tile.show(
                        FigureTexts.tile(figure, row.view(), hint, context.texts()),
                        PointAges.of(
                                context.deployment()
                                        .getValue()
                                        .observed(figure.kind().part()),
                                figure.points()));
            }
        }
    }
}
