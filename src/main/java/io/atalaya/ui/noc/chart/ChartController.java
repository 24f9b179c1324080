package io.atalaya.ui.noc.chart;

import io.atalaya.deployment.State;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Banner;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A chart with its legend, what it is compared with, and the ways out of it as a file. */
public final class ChartController {
    private final ViewContext context;
    private final ChartModel model;
    private final ChartSaver saver;
    private final Ages ages;
    private final ChartAlarms alarms;
    private final MetricChart chart;
    private final ChartLegend legend;
    private final Parent root;
    // Held by this controller, known to the tick only weakly.
    private final InvalidationListener onTick = it -> tick();

    @FXML
    private VBox chartView;

    @FXML
    private Label chartTitle;

    @FXML
    private Label chartNote;

    @FXML
    private Pills<ChartModel.Compare> comparePills;

    @FXML
    private Button backButton;

    @FXML
    private Button pngButton;

    @FXML
    private Button csvButton;

    @FXML
    private Button alarmButton;

    @FXML
    private Banner problemBanner;

    @FXML
    private StackPane chartHolder;

    @FXML
    private Label chartNothing;

    @FXML
    private StackPane legendHolder;

    public ChartController(ViewContext context, ChartModel model, ChartSaver saver) {
        this.context = context;
        this.model = model;
        this.saver = saver;
        this.ages = new Ages(context.texts(), context.zone());
        this.alarms = new ChartAlarms(context.acts(), context.texts());
        this.chart = new MetricChart(context.texts(), context.zone());
        this.legend = new ChartLegend(chart, context.texts());
        this.root = ViewLoader.load(this, context.texts());
        model.shown().addListener(it -> show());
        context.now().addListener(new WeakInvalidationListener(onTick));
        show();
    }

    @FXML
    private void initialize() {
        chart.onZoom(model::zoom, model::back);
        chartHolder.getChildren().addFirst(chart);
        legendHolder.getChildren().setAll(legend);
        comparePills.add(ChartModel.Compare.NOTHING, context.texts().get("noc.chart.compare.nothing"));
        comparePills.add(ChartModel.Compare.DAY, context.texts().get("noc.chart.compare.day"));
        comparePills.add(ChartModel.Compare.WEEK, context.texts().get("noc.chart.compare.week"));
        comparePills.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.compare(chosen);
            }
        });
        backButton.setGraphic(new Icon(Feather.ZOOM_OUT));
        pngButton.setGraphic(new Icon(Feather.IMAGE));
        csvButton.setGraphic(new Icon(Feather.DOWNLOAD));
        alarmButton.setGraphic(new Icon(Feather.BELL));
        chart.setOnContextMenuRequested(this::point);
        hide(problemBanner, true);
    }

    public Parent root() {
        return root;
    }

    /** The chart itself, for focus. */
    public MetricChart chart() {
        return chart;
    }

    /** Where what is around it says the name already. */
    public void hideTitle() {
        hide(chartTitle, true);
    }

    private void tick() {
        if (chartView.getScene() != null) {
            model.tick(context.now().getValue());
        }
    }

    private void show() {
        var shown = model.shown().get();
        chartView.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        var texts = context.texts();
        chartTitle.setText(shown.question().title());
        var asked = shown.askedAt();
        chartNote.setText(
                asked == null
                        ? texts.get("noc.chart.reading")
                        : texts.get(
                                "noc.chart.note",
                                Durations.words(Duration.ofSeconds(shown.periodSeconds())),
                                shown.metrics(),
                                ages.clock(asked)));
        hide(backButton, !shown.zoomed());
        var problem = shown.problem();
        hide(problemBanner, problem == null);
        if (problem != null) {
            problemBanner.show(
                    State.DEGRADED,
                    texts.get("noc.chart.failed"),
                    new ProblemTexts(texts).what(problem) + " · " + problem.code());
            problemBanner.showAction(texts.get("common.sight.askNow"), model::again);
        }
        boolean nothing = shown.picture().series().stream().allMatch(it -> it.size() == 0);
        chartNothing.setVisible(nothing);
        chartNothing.setText(texts.get(
                shown.loading() ? "noc.chart.reading" : problem != null ? "noc.chart.failed" : "noc.chart.nothing"));
        pngButton.setDisable(nothing);
        csvButton.setDisable(nothing);
        alarmButton.setDisable(nothing);
        chart.show(shown.picture());
        legend.show(shown.picture());
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void png() {
        var parameters = new SnapshotParameters();
        parameters.setFill(chartView.getScene().getFill());
        saver.png(chartView.snapshot(parameters, null), name(), this::told);
    }

    @FXML
    private void csv() {
        saver.csv(chart.picture(), name(), this::told);
    }

    /** An alarm on one of the lines. */
    @FXML
    private void alarm() {
        var shown = model.shown().get();
        if (shown != null) {
            open(alarms.ofEach(shown, chart.hidden(), chartView)).show(alarmButton, Side.BOTTOM, 0, 0);
        }
    }

    /** On the line that is pointed at, at the height where it is pointed. */
    private void point(ContextMenuEvent event) {
        var shown = model.shown().get();
        var layout = chart.laidOut();
        if (shown == null || layout == null || event.isKeyboardTrigger()) {
            return;
        }
        ChartAlarms.nearest(shown.picture(), layout, chart.hidden(), event.getX(), event.getY())
                .ifPresent(line -> {
                    var scale = layout.scale(shown.picture().series().get(line)).orElseThrow();
                    var value = scale.value(Math.clamp(event.getY(), scale.top(), scale.bottom()));
                    open(alarms.named(shown, line, value, chartView))
                            .show(chart, event.getScreenX(), event.getScreenY());
                });
        event.consume();
    }

    private ContextMenu open(List<MenuItem> items) {
        var menu = new ContextMenu();
        menu.setId("chart-alarm-menu");
        if (items.isEmpty()) {
            var none = new MenuItem(context.texts().get("noc.chart.noAlarm"));
            none.setDisable(true);
            menu.getItems().add(none);
        } else {
            menu.getItems().setAll(items);
        }
        return menu;
    }

    private void told(String key, String argument) {
        chartNote.setText(context.texts().get(key, argument));
    }

    private String name() {
        var shown = model.shown().get();
        var title = shown == null ? "" : shown.question().title().toLowerCase(Locale.ROOT);
        return "atalaya-" + title.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }
}
