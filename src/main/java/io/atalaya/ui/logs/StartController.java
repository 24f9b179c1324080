package io.atalaya.ui.logs;

import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.tail.LiveTails;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.common.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where one begins: which log groups to read, those of the request path first, and the sessions that are kept. */
final class StartController {
    private final ViewContext context;
    private final LogsModel model;
    private final BiConsumer<List<TailedGroup>, @Nullable String> begin;
    private final Units units;
    private final OnScreen onScreen;
    private final Map<String, TailedGroup> chosen = new LinkedHashMap<>();
    private final Parent root;

    @FXML
    private SixSights sights;

    @FXML
    private ListView<LogGroup> groups;

    @FXML
    private FilterField filter;

    @FXML
    private Label said;

    @FXML
    private Button startTail;

    @FXML
    private Button suggested;

    @FXML
    private Button back;

    @FXML
    private TextField pattern;

    @FXML
    private VBox kept;

    @FXML
    private Label keptTitle;

    /** @param begin is told what to read; nothing to go back */
    StartController(ViewContext context, LogsModel model, BiConsumer<List<TailedGroup>, @Nullable String> begin) {
        this.context = context;
        this.model = model;
        this.begin = begin;
        this.units = new Units(context.texts().getLocale());
        this.onScreen = new OnScreen(
                context,
                Set.of(Parts.LOG_GROUPS, Parts.INSTANCES, Parts.DATABASES, Parts.TARGETS),
                context.deployment(),
                this::draw,
                () -> {});
        this.root = ViewLoader.load(this, context.texts());
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        sights.follow(context, Parts.LOG_GROUPS, Set.of("logs:DescribeLogGroups"));
        groups.setCellFactory(it -> new GroupCell(units, context.texts(), chosen::containsKey, this::toggle));
        groups.setOnKeyPressed(event -> {
            var at = groups.getSelectionModel().getSelectedItem();
            if (event.getCode() == javafx.scene.input.KeyCode.SPACE && at != null) {
                toggle(at);
                event.consume();
            }
        });
        filter.textProperty().subscribe(it -> draw());
        model.kept().addListener((javafx.collections.ListChangeListener<LogDesk.Kept>) it -> drawKept());
        model.openingProperty().subscribe(it -> say());
        model.troubleProperty().subscribe(it -> say());
        startTail.setOnAction(it -> start());
        suggested.setOnAction(it -> suggest());
        back.setOnAction(it -> begin.accept(List.of(), null));
        drawKept();
        canGoBack(false);
    }

    void activate() {
        onScreen.begin();
        draw();
    }

    void deactivate() {
        onScreen.end();
    }

    void canGoBack(boolean can) {
        back.setVisible(can);
        back.setManaged(can);
    }

    /** Begins with these chosen. */
    void choose(List<TailedGroup> wanted) {
        chosen.clear();
        wanted.forEach(it -> chosen.put(it.arn(), it));
        draw();
    }

    private void toggle(LogGroup group) {
        if (chosen.remove(group.arn()) == null) {
            chosen.put(group.arn(), TailedGroup.all(group.name(), group.arn()));
        }
        groups.refresh();
        say();
    }

    private void draw() {
        var typed = filter.getText();
        var shown = context.deployment().getValue().items(Parts.LOG_GROUPS).stream()
                .filter(it -> typed.isBlank() || Words.admits(typed, it.name()))
                .sorted(Comparator.comparing(LogGroup::name))
                .toList();
        if (!shown.equals(groups.getItems())) {
            groups.getItems().setAll(shown);
        }
        groups.refresh();
        say();
    }

    private void say() {
        var texts = context.texts();
        var trouble = model.troubleProperty().get();
        if (trouble != null) {
            said.setText(new ProblemTexts(texts).what(trouble) + ": " + LogText.line(trouble.message()));
        } else if (Boolean.TRUE.equals(model.openingProperty().get())) {
            said.setText(texts.get("logs.start.opening"));
        } else {
            var sessions = (chosen.size() + LiveTails.MOST_GROUPS - 1) / LiveTails.MOST_GROUPS;
            said.setText(
                    chosen.isEmpty()
                            ? texts.get("logs.start.none")
                            : texts.get("logs.start.chosen", chosen.size(), units.number(sessions * 0.01)));
        }
        startTail.setDisable(
                chosen.isEmpty() || Boolean.TRUE.equals(model.openingProperty().get()));
        suggested.setDisable(RequestPathLogs.of(context.deployment().getValue()).isEmpty());
    }

    private void suggest() {
        choose(RequestPathLogs.of(context.deployment().getValue()));
    }

    private void start() {
        var typed = pattern.getText().strip();
        var wanted = List.copyOf(chosen.values());
        chosen.clear();
        begin.accept(wanted, typed.isEmpty() ? null : typed);
    }

    private void drawKept() {
        keptTitle.setText(context.texts().get("logs.kept", model.kept().size()));
        kept.getChildren()
                .setAll(model.kept().stream()
                        .map(it ->
                                new KeptRow(it, context, units, Objects.requireNonNull(model)::reopen, model::delete))
                        .toList());
    }
}
