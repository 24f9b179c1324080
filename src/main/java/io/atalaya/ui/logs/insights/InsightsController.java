package io.atalaya.ui.logs.insights;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Parts;
import io.atalaya.logs.insights.Estimate;
import io.atalaya.logs.insights.RawPlace;
import io.atalaya.logs.insights.ResultTable;
import io.atalaya.logs.insights.RunState;
import io.atalaya.logs.insights.Statistics;
import io.atalaya.logs.insights.TimeChart;
import io.atalaya.logs.understand.SafeText;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.ViewLoader;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Logs Insights as a pane of the Logs view: groups at the left, the query above, what it found below. */
public final class InsightsController {
    private static final int MOST_DETAIL = 20_000;

    private final ViewContext context;
    private final InsightsModel model;
    private final ResultCopy copies;
    private final Consumer<RawPlace> showInLog;
    private final InsightsTexts words;
    private final ChartPane chart;
    private final Parent root;
    private final InvalidationListener onTick = it -> tick();
    private final InvalidationListener onDeployment = it -> offer();
    private final EventHandler<WindowEvent> onHidden = it -> close();
    private @Nullable Window host;
    private ResultTable shown = ResultTable.EMPTY;
    private String shownQuery = "";

    @FXML
    private VBox groups;

    @FXML
    private VBox results;

    @FXML
    private HBox times;

    @FXML
    private TextArea editor;

    @FXML
    private MenuButton samples;

    @FXML
    private MenuButton history;

    @FXML
    private Label finding;

    @FXML
    private Label estimate;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private StateLabel state;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label statistics;

    @FXML
    private Label told;

    @FXML
    private Button show;

    @FXML
    private Button copy;

    @FXML
    private Button save;

    @FXML
    private DataTable<ResultTable.Row> table;

    @FXML
    private TextArea detail;

    /** @param showInLog opens the raw log around an event */
    public InsightsController(
            ViewContext context, InsightsModel model, ResultCopy copies, Consumer<RawPlace> showInLog) {
        this.context = context;
        this.model = model;
        this.copies = copies;
        this.showInLog = showInLog;
        this.words = new InsightsTexts(context.texts());
        this.chart = new ChartPane(context.zone(), context.texts());
        this.root = ViewLoader.load(this, context.texts());
        root.sceneProperty().flatMap(Scene::windowProperty).addListener((it, before, window) -> host(window));
    }

    /** The last window it was in counts: out of sight in a window that stays, a query goes on. */
    private void host(@Nullable Window window) {
        if (window == null || window == host) {
            return;
        }
        if (host != null) {
            host.removeEventHandler(WindowEvent.WINDOW_HIDDEN, onHidden);
        }
        host = window;
        window.addEventHandler(WindowEvent.WINDOW_HIDDEN, onHidden);
    }

    public Parent root() {
        return root;
    }

    /** The pane is on screen. */
    public void activate() {
        context.now().addListener(onTick);
        context.deployment().addListener(onDeployment);
        offer();
        context.askNow(Set.of(Parts.LOG_GROUPS));
        draw();
    }

    /** The pane left the screen; a query goes on. */
    public void deactivate() {
        context.deployment().removeListener(onDeployment);
        context.now().removeListener(onTick);
    }

    /** The window goes: a query that runs is ended, in CloudWatch too. */
    public void close() {
        deactivate();
        model.close();
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        var choice = new GroupChoice(model, texts);
        groups.getChildren().add(choice);
        VBox.setVgrow(choice, javafx.scene.layout.Priority.ALWAYS);
        times.getChildren().setAll(new RangeChoice(model, context));
        editor.textProperty().bindBidirectional(model.textProperty());
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        var menus = new QueryMenus(model, context);
        samples.getItems().setAll(menus.samples());
        history.setOnShowing(it -> history.getItems().setAll(menus.history()));
        history.getItems().setAll(menus.history());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowKey(ResultTable.Row::number);
        table.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                showInLog();
            }
        });
        model.findingsProperty().addListener(it -> draw());
        model.estimateProperty().addListener(it -> draw());
        model.stateProperty().addListener(it -> found());
        model.groupsProperty().addListener(it -> draw());
        found();
    }

    /** The question what was written to these groups, over that span, waits to be sent. @param arns or names of groups */
    public void ask(Set<String> arns, Instant from, Instant to) {
        offer();
        model.ask(arns, from, to);
    }

    private void offer() {
        model.offer(context.deployment().getValue().items(Parts.LOG_GROUPS));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            model.run();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume(); // Tab goes on to the next control; the language needs none
            (event.isShiftDown() ? history : run).requestFocus();
        }
    }

    @FXML
    private void runQuery() {
        model.run();
    }

    @FXML
    private void cancelQuery() {
        model.cancel();
    }

    private void tick() {
        if (model.running()) {
            draw();
        }
    }

    /** The state is another: results too. */
    private void found() {
        var now = model.stateProperty().get();
        switch (now) {
            case null -> results(ResultTable.EMPTY);
            case RunState.Starting it -> results(ResultTable.EMPTY);
            case RunState.Running it -> results(it.table());
            case RunState.Ended it -> results(it.table());
            case RunState.Failed it -> {}
        }
        draw();
    }

    private void results(ResultTable newer) {
        var asked = model.asked();
        var query = asked == null ? "" : asked.text();
        if (!newer.fields().equals(shown.fields()) || !query.equals(shownQuery)) {
            table.getColumns()
                    .setAll(new ResultColumns(context.zone(), context.now().getValue()).of(newer));
            shownQuery = query;
        }
        if (newer != shown) {
            shown = newer;
            table.apply(newer.rows());
            var drawing = TimeChart.of(query, newer);
            drawing.ifPresent(chart::show);
            arrange(drawing.isPresent());
        }
    }

    private void arrange(boolean withChart) {
        if (withChart != results.getChildren().contains(chart)) {
            if (withChart) {
                results.getChildren().addFirst(chart);
            } else {
                results.getChildren().remove(chart);
            }
        }
    }

    private void draw() {
        var texts = context.texts();
        var findings = model.findingsProperty().get();
        finding.setText(findings.isEmpty() ? "" : words.finding(findings.getFirst(), editor.getText()));
        see(finding, !findings.isEmpty());
        var made = model.estimateProperty().get();
        estimate.setText(
                model.chosen().isEmpty()
                        ? texts.get("insights.chooseGroups")
                        : made == null ? texts.get("insights.estimating") : estimated(made));
        var now = model.stateProperty().get();
        boolean running = model.running();
        run.setDisable(!model.ready());
        see(cancel, running);
        see(progress, running);
        see(state, now != null);
        if (now != null) {
            var why = now instanceof RunState.Failed it ? it.problem().message() : "";
            state.show(new Condition(words.state(now), words.word(now, model.took()), why), Freshness.CURRENT);
            statistics.setText(now instanceof RunState.Failed ? AwsText.line(why) : words.statistics(done(now)));
            progress(now, made);
        } else {
            statistics.setText("");
        }
        table.setPlaceholder(new Label(
                texts.get(now == null ? "insights.before" : running ? "insights.waiting" : "insights.nothing")));
        var none = shown.rows().isEmpty();
        copy.setDisable(none);
        save.setDisable(none || running);
        show.setDisable(!placed());
    }

    private String estimated(Estimate made) {
        var priced = words.priced(made, context.deployment().getValue().region());
        return words.estimate(made) + (priced.isEmpty() ? "" : " " + priced);
    }

    private static Statistics done(RunState state) {
        return switch (state) {
            case RunState.Running it -> it.statistics();
            case RunState.Ended it -> it.statistics();
            default -> Statistics.NONE;
        };
    }

    /** CloudWatch tells what it has read, not how much is left: that is known only as far as the estimate is. */
    private void progress(RunState now, @Nullable Estimate made) {
        double bytes = done(now).bytes();
        if (made != null && made.basis() == Estimate.Basis.WRITTEN && made.bytes() > 0 && bytes > 0) {
            progress.setProgress(Math.min(0.95, bytes / made.bytes()));
        } else {
            progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        }
    }

    private static void see(javafx.scene.Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void detail(ResultTable.@Nullable Row row) {
        see(detail, row != null);
        if (row != null) {
            detail.setText(SafeText.lines(InsightsTexts.lines(shown, row), MOST_DETAIL));
        }
        show.setDisable(!placed());
    }

    /** Whether the row chosen is an event that can be found again. */
    private boolean placed() {
        ResultTable.@Nullable Row row = table.getSelectionModel().getSelectedItem();
        var asked = model.asked();
        return row != null
                && asked != null
                && (row.pointer() != null
                        || RawPlace.of(shown, row, asked.groups()).isPresent());
    }

    @FXML
    private void showInLog() {
        if (placed()) {
            model.place(shown, table.getSelectionModel().getSelectedItem(), place -> {
                place.ifPresent(showInLog);
                told.setText(place.isPresent() ? "" : context.texts().get("insights.noPlace"));
            });
        }
    }

    @FXML
    private void copyRows() {
        var chosen = table.getSelectionModel().getSelectedItems();
        var rows = chosen.isEmpty() ? shown.rows() : chosen.stream().toList();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, ResultCopy.tabbed(shown, rows)));
        told.setText(context.texts().get("insights.copied", rows.size()));
    }

    @FXML
    private void saveCsv() {
        copies.save(shown, (key, argument) -> told.setText(context.texts().get(key, argument)));
    }
}
