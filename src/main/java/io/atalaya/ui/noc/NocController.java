package io.atalaya.ui.noc;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.noc.items.Counts;
import io.atalaya.noc.items.Level;
import io.atalaya.noc.items.Place;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Banner;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.PlainScroll;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Metrics and alarms: every item of the catalogue at a glance, a chart of each, and the alarm desk. */
public final class NocController implements View {
    private static final PseudoClass NARROW_VIEW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW = 1080;

    /** Of the height, for what is looked at closely. */
    private static final double CLOSELY = 0.6;

    /** More places than these are chosen from a list. */
    private static final int PILLS = 4;

    private final ViewContext context;
    private final NocPorts ports;
    private final NocModel model;
    private final TileGrid tiles;
    private final JvmPane jvm;
    private final ItemDetail detail;
    private final DeskController desk;
    private final Ages ages;
    private final Parent root;
    private final OnScreen onScreen;
    private final InvalidationListener onDesk = it -> showDesk();
    private final Text ruler = new Text("M");
    private List<Place> offered = List.of();

    @FXML
    private BorderPane noc;

    @FXML
    private StackPane placeHolder;

    @FXML
    private Pills<NocRange> ranges;

    @FXML
    private Label summary;

    @FXML
    private PlainScroll scroll;

    @FXML
    private VBox column;

    @FXML
    private Panel jvmPanel;

    @FXML
    private Label catalogueProblems;

    @FXML
    private Label historyProblem;

    @FXML
    private Label loading;

    @FXML
    private VBox centre;

    @FXML
    private ToggleButton allButton;

    @FXML
    private StackPane deskHolder;

    @FXML
    private Banner banner;

    public NocController(ViewContext context, NocPorts ports) {
        this.context = context;
        this.ports = ports;
        this.model = new NocModel(context.texts(), ports.reads(), ports.screen());
        this.tiles = new TileGrid(context.texts(), this::choose);
        this.jvm = new JvmPane(this::choose);
        this.detail = new ItemDetail(context, ports, () -> choose(null));
        this.desk = new DeskController(
                context,
                id -> Optional.ofNullable(ports.board().getValue())
                        .flatMap(it -> it.catalogue().item(id)),
                ports);
        this.onScreen = new OnScreen(context, NocParts.ALL, ports.board(), this::newer, this::tick);
        this.ages = new Ages(context.texts(), context.zone());
        this.root = ViewLoader.load(this, context.texts());
        model.shown().addListener(it -> show());
        newer();
        showDesk();
        showHistory();
    }

    @FXML
    private void initialize() {
        for (var range : NocRange.values()) {
            ranges.add(range, context.texts().get("noc.range." + range));
        }
        ranges.valueProperty().subscribe(range -> {
            if (range != null) {
                model.rangeProperty().set(range);
                showDetail();
            }
        });
        allButton.selectedProperty().bindBidirectional(model.allProperty());
        column.getChildren().addFirst(tiles);
        jvmPanel.getChildren().add(jvm);
        deskHolder.getChildren().add(desk.root());
        detail.prefHeightProperty().bind(centre.heightProperty().multiply(CLOSELY));
        noc.widthProperty().subscribe(width -> fit(width.doubleValue()));
        noc.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        noc.getChildren().add(ruler);
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().subscribe(font -> tiles.setEm(font.getSize()));
    }

    private void fit(double width) {
        noc.pseudoClassStateChanged(NARROW_VIEW, width > 0 && width < NARROW);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        onScreen.begin();
        ports.desk().state().addListener(onDesk);
        ports.desk().lookedAt().addListener(onDesk);
        newer();
        tick();
    }

    @Override
    public void deactivate() {
        onScreen.end();
        ports.desk().state().removeListener(onDesk);
        ports.desk().lookedAt().removeListener(onDesk);
    }

    @Override
    public void askAgain() {
        context.asker().askNow(Set.copyOf(NocParts.ALL));
    }

    /** Names what could not be read; what is shown meanwhile says its own age. */
    private void showProblem() {
        var deployment = context.deployment().getValue();
        var problems = NocParts.ALL.stream()
                .map(part -> deployment.observed(part).problem())
                .filter(Objects::nonNull)
                .toList();
        banner.setVisible(!problems.isEmpty());
        banner.setManaged(!problems.isEmpty());
        if (!problems.isEmpty()) {
            banner.show(
                    State.DEGRADED,
                    new ProblemTexts(context.texts()).what(problems.getFirst()),
                    problems.stream().map(Problem::call).distinct().collect(Collectors.joining(", ")));
        }
    }

    /** Looks closely at an item; at none when null. */
    public void choose(@Nullable String item) {
        model.chosenProperty().set(item);
        if (item == null) {
            detail.forget();
        }
        showTiles();
        showDetail();
    }

    /** The chart of the item that is looked at. */
    Node chart() {
        return detail.chart().chart();
    }

    NocModel model() {
        return model;
    }

    private void newer() {
        showProblem();
        var board = ports.board().getValue();
        loading.setVisible(board == null);
        loading.setManaged(board == null);
        if (board != null) {
            model.show(board, context.now().getValue());
        }
    }

    private void show() {
        var shown = model.shown().get();
        if (shown == null) {
            return;
        }
        if (!shown.places().equals(offered)) {
            offered = shown.places();
            placeHolder.getChildren().setAll(places());
        }
        summary.setText(words(shown.counts()));
        allButton.setText(context.texts().get("noc.showAll", shown.counts().items()));
        allButton.setTooltip(new Tooltip(context.texts().get("noc.showAll.about", shown.notPart())));
        allButton.setVisible(shown.notPart() > 0);
        allButton.setManaged(shown.notPart() > 0);
        var problems = shown.board().catalogue().problems();
        catalogueProblems.setVisible(!problems.isEmpty());
        catalogueProblems.setManaged(!problems.isEmpty());
        if (!problems.isEmpty()) {
            catalogueProblems.setText(context.texts()
                    .get(
                            "noc.catalogue.problems",
                            problems.size(),
                            AwsText.line(problems.getFirst().toString())));
        }
        showTiles();
        showDetail();
        tiles.tick(context.now().getValue());
    }

    private void showTiles() {
        var shown = model.shown().get();
        if (shown == null) {
            return;
        }
        var chosen = model.chosenProperty().get();
        tiles.show(shown.tiles(), chosen);
        jvm.show(shown.jvm(), chosen);
        boolean hasJvm = !shown.jvm().isEmpty();
        jvmPanel.setVisible(hasJvm);
        jvmPanel.setManaged(hasJvm);
        var place = shown.jvmPlace();
        var words = new ItemTexts(context.texts());
        jvmPanel.setTitle(
                place == null ? context.texts().get("noc.jvm") : context.texts().get("noc.jvm.of", words.place(place)));
        long bad = shown.jvm().stream().filter(TileText::alarmed).count();
        long there = shown.jvm().stream().filter(TileText::hasValue).count();
        jvmPanel.setNote(context.texts().get("noc.jvm.note", shown.jvm().size(), there, bad));
    }

    private void showDetail() {
        var shown = model.shown().get();
        var tile = model.chosenTile();
        boolean there = tile.isPresent() && shown != null;
        if (there != centre.getChildren().contains(detail)) {
            if (there) {
                centre.getChildren().add(detail);
            } else {
                centre.getChildren().remove(detail);
            }
        }
        if (there && shown != null) {
            detail.show(
                    tile.get(), shown.board().catalogue(), model.rangeProperty().get());
        }
    }

    private String words(Counts counts) {
        var parts = new ArrayList<String>();
        var texts = context.texts();
        parts.add(texts.get("noc.summary.items", counts.items()));
        add(parts, "noc.summary.failed", counts.failed());
        add(parts, "noc.summary.degraded", counts.degraded());
        add(parts, "noc.summary.lastKnown", counts.lastKnown());
        add(parts, "noc.summary.without", counts.withoutSource());
        add(parts, "noc.summary.notPart", counts.of(Level.NOT_PART));
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(context.texts().get(key, count));
        }
    }

    // ---- the place ----

    private Node places() {
        var words = new ItemTexts(context.texts());
        if (offered.isEmpty()) {
            return new Label();
        }
        var chosen = model.placeProperty().get();
        if (offered.size() <= PILLS) {
            var pills = new Pills<Optional<Place>>();
            pills.setId("noc-places");
            pills.add(Optional.empty(), context.texts().get("noc.place.worst"));
            offered.forEach(it -> pills.add(Optional.of(it), words.shortPlace(it)));
            pills.valueProperty().set(Optional.ofNullable(chosen));
            pills.valueProperty().subscribe(it -> at(it == null ? null : it.orElse(null)));
            return pills;
        }
        var box = new ComboBox<Optional<Place>>();
        box.setId("noc-places");
        box.getItems().add(Optional.empty());
        offered.forEach(it -> box.getItems().add(Optional.of(it)));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Optional<Place> place) {
                return place == null || place.isEmpty()
                        ? context.texts().get("noc.place.worstOf", offered.size())
                        : words.place(place.get());
            }

            @Override
            public Optional<Place> fromString(String text) {
                return Optional.empty();
            }
        });
        box.setValue(Optional.ofNullable(chosen));
        box.valueProperty().subscribe(it -> at(it == null ? null : it.orElse(null)));
        return box;
    }

    private void at(@Nullable Place place) {
        model.placeProperty().set(place);
    }

    // ---- desk and tick ----

    private void showDesk() {
        desk.show();
    }

    private void tick() {
        model.pass(context.now().getValue());
        tiles.tick(context.now().getValue());
        desk.show();
        showHistory();
    }

    /** That tomorrow's first picture will lack today's lines. */
    private void showHistory() {
        var problem = ports.unkept().get();
        historyProblem.setVisible(problem.isPresent());
        historyProblem.setManaged(problem.isPresent());
        problem.ifPresent(it -> historyProblem.setText(context.texts()
                .get("noc.history.problem", ages.time(it.since(), context.now().getValue()), AwsText.line(it.said()))));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && model.chosenProperty().get() != null
                && !(event.getTarget() instanceof TextInputControl)) {
            choose(null);
            event.consume();
        } else if (desk.key(event)) {
            event.consume();
        }
    }
}
