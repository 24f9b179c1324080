package io.atalaya.ui.activity;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.StateLabel;
import io.atalaya.ui.common.ViewLoader;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** What was done here: every act of this user's consoles, newest first, and whether its journal is what was written. */
public final class ActivityController implements View {
    private static final double NARROW = 1080;

    private final ViewContext context;
    private final ActivityModel model;
    private final ActivitySaver saver;
    private final ActivityTexts words;
    private final TrailTexts trailWords;
    private final Ages ages;
    private final Parent root;
    private final InvalidationListener onTick = it -> tick();
    private final InvalidationListener onRead = it -> draw();

    /** Of the last {@link #draw}: every reading joins the whole journal. */
    private List<ActivityRow> drawn = List.of();

    @FXML
    private BorderPane view;

    @FXML
    private Pills<Boolean> scope;

    @FXML
    private Pills<Boolean> doubt;

    @FXML
    private FilterField filter;

    @FXML
    private Label saved;

    @FXML
    private StateLabel chain;

    @FXML
    private StateLabel trail;

    @FXML
    private DataTable<ActivityRow> table;

    @FXML
    private Panel detailPanel;

    @FXML
    private ScrollPane detail;

    /** @param saver asks where an export goes, and writes it */
    public ActivityController(ViewContext context, ActivityModel model, ActivitySaver saver) {
        this.context = context;
        this.model = model;
        this.saver = saver;
        this.words = new ActivityTexts(context.texts());
        this.trailWords = new TrailTexts(context.texts());
        this.ages = new Ages(context.texts(), context.zone());
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        var texts = context.texts();
        scope.add(false, texts.get("activity.here"));
        scope.add(true, texts.get("activity.everywhere"));
        scope.valueProperty().subscribe(it -> model.everywhereProperty().set(Boolean.TRUE.equals(it)));
        doubt.add(false, texts.get("activity.trail.all"));
        doubt.add(true, texts.get("activity.trail.contradicted"));
        doubt.valueProperty().subscribe(it -> model.contradictedProperty().set(Boolean.TRUE.equals(it)));
        model.speak(trailWords::word);
        model.trail().onChange(this::draw);
        filter.textProperty().bindBidirectional(model.filterProperty());
        model.everywhereProperty().addListener(onRead);
        model.contradictedProperty().addListener(onRead);
        model.filterProperty().addListener(onRead);
        model.readProperty().addListener(onRead);
        model.readProperty().addListener(it -> model.lookUp(false));
        table.setRowKey(ActivityRow::operation);
        model.filterProperty()
                .subscribe(it -> table.setPlaceholder(
                        new Label(texts.get(it.isBlank() ? "activity.empty" : "activity.filteredOut"))));
        table.getColumns().add(Columns.state(texts.get("activity.verdict"), 150, words::ending));
        table.getColumns().add(Columns.state(texts.get("activity.trail"), 140, trailWords::seen));
        table.getColumns().getFirst().setMinWidth(150); // the longest word of a verdict never shrinks
        table.getColumns().getLast().setMinWidth(110);
        table.getColumns()
                .add(Columns.mono(
                        texts.get("activity.at"),
                        130,
                        row -> ages.time(row.at(), context.now().getValue())));
        table.getColumns().add(Columns.name(texts.get("activity.act"), 200, words::act));
        table.getColumns().getLast().setMinWidth(170);
        table.getColumns().add(Columns.mono(texts.get("activity.resource"), 210, ActivityTexts::resource));
        table.getColumns().add(Columns.text(texts.get("activity.awsSays"), 160, ActivityRow::detail));
        table.getColumns().add(Columns.text(texts.get("activity.who"), 90, ActivityTexts::who));
        table.getColumns()
                .add(Columns.number(
                        texts.get("activity.took"), 80, row -> row.took().orElse(null), Durations::words));
        table.getColumns()
                .add(Columns.mono(texts.get("activity.requestId"), 150, row -> String.join(" ", row.requestIds())));
        table.getSelectionModel().selectedItemProperty().subscribe(this::detail);
        view.widthProperty().subscribe(width -> fit(width.doubleValue()));
        chain.setMinWidth(0);
        trail.setMinWidth(0);
        detail(null);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        context.now().addListener(onTick);
        model.trail().open();
        model.look();
        draw();
        model.lookUp(false);
    }

    @Override
    public void deactivate() {
        model.trail().close();
        context.now().removeListener(onTick);
    }

    @Override
    public void askAgain() {
        model.trail().forget();
        model.lookUp(true);
        draw();
    }

    /** Where there is no room for both, the detail stands below the table. */
    private void fit(double width) {
        var below = width > 0 && width < NARROW;
        var wanted = below ? view.getBottom() : view.getRight();
        if (wanted != detailPanel) {
            view.setRight(null);
            view.setBottom(null);
            if (below) {
                view.setBottom(detailPanel);
            } else {
                view.setRight(detailPanel);
            }
        }
        detailPanel.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("below"), below);
    }

    private void tick() {
        model.look();
        model.lookUp(false);
        sayTrail();
        if (drawn.stream().anyMatch(row -> row.ending() == ActivityRow.Ending.UNDER_WAY)) {
            draw();
        }
    }

    private void draw() {
        var read = model.readProperty().get();
        // newest first is an order of the list, which a table that is refreshed by key does not keep
        drawn = model.rows();
        if (!drawn.equals(table.allRows()) && keys(drawn).equals(keys(table.allRows()))) {
            table.apply(drawn);
        } else if (!drawn.equals(table.allRows())) {
            var selected = table.getSelectionModel().getSelectedItem();
            table.apply(List.of());
            table.apply(drawn);
            if (selected != null) {
                select(selected.operation());
            }
        }
        sayTrail();
        var check = read.check();
        if (read.trouble() != null) {
            say(State.FAILED, context.texts().get("activity.unreadable", read.trouble()));
        } else if (check == null) {
            say(State.CHANGING, context.texts().get("activity.reading"));
        } else {
            say(ActivityTexts.state(check), words.chain(check));
        }
    }

    private static List<String> keys(List<ActivityRow> rows) {
        return rows.stream().map(ActivityRow::operation).toList();
    }

    private void sayTrail() {
        trail.show(trailWords.summary(
                drawn, model.trail().asking(), ages, context.now().getValue()));
    }

    private void select(String operation) {
        table.getItems().stream()
                .filter(row -> row.operation().equals(operation))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }

    private void say(State state, String what) {
        chain.show(Condition.of(state, what), Freshness.CURRENT);
    }

    private void detail(@Nullable ActivityRow row) {
        table.getColumns().getLast().setVisible(row == null); // the request id, which the details have whole
        detailPanel.setVisible(row != null);
        detailPanel.setManaged(row != null);
        if (row != null) {
            detailPanel.setTitle(words.act(row));
            detailPanel.setNote(ActivityTexts.resource(row));
            detail.setContent(
                    new ActivityDetail(row, context.texts(), ages, context.now().getValue()));
        }
    }

    @FXML
    private void exportCsv() {
        saver.csv(model.rows(), this::told);
    }

    @FXML
    private void exportJson() {
        saver.json(model.rows(), this::told);
    }

    @FXML
    private void exportLines() {
        saver.lines(model.rows(), this::told);
    }

    @FXML
    private void closeDetail() {
        table.getSelectionModel().clearSelection();
    }

    private void told(String key, String argument) {
        saved.setText(context.texts().get(key, argument));
    }
}
