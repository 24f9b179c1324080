package io.atalaya.ui.logs;

import io.atalaya.deployment.LogGroup;
import io.atalaya.deployment.Parts;
import io.atalaya.logs.TailedGroup;
import io.atalaya.logs.tail.LiveTailCost;
import io.atalaya.ui.OnScreen;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.FilterField;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.SixSights;
import io.atalaya.ui.common.Units;
import io.atalaya.ui.common.ViewLoader;
import io.atalaya.ui.common.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where one begins: which log groups to read, those of the request path first, and the sessions that are kept. */
final class StartController {
    private final ViewContext context;
    private final LogsModel model;
    private final LogPorts ports;
    private final Begin begin;
    private final Units units;
    private final OnScreen onScreen;
    private final Map<String, TailedGroup> chosen = new LinkedHashMap<>();
    private final Parent root;
    private @Nullable PatternCheck check;
    private @Nullable StreamsPane streams;

    @FXML
    private SixSights sights;

    @FXML
    private ListView<LogGroup> groups;

    @FXML
    private HBox beside;

    @FXML
    private FilterField filter;

    @FXML
    private Label said;

    @FXML
    private Button startTail;

    @FXML
    private Button suggested;

    @FXML
    private Button goBack;

    @FXML
    private Pills<Duration> back;

    @FXML
    private TextField pattern;

    @FXML
    private Label patternWrong;

    @FXML
    private VBox kept;

    @FXML
    private Label keptTitle;

    /** Is told what to read; no groups to go back. */
    @FunctionalInterface
    interface Begin {
        /** @param back how much of what was written before is read too */
        void read(List<TailedGroup> groups, @Nullable String pattern, Duration back);
    }

    StartController(ViewContext context, LogsModel model, LogPorts ports, Begin begin) {
        this.context = context;
        this.model = model;
        this.ports = ports;
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
        var pane = new StreamsPane(context.texts(), ports, it -> {
            chosen.put(it.arn(), it);
            groups.refresh();
            say();
        });
        streams = pane;
        beside.getChildren().add(pane);
        groups.setCellFactory(it -> new GroupCell(units, context.texts(), new Choosing()));
        groups.setOnKeyPressed(event -> {
            var at = groups.getSelectionModel().getSelectedItem();
            if (event.getCode() == javafx.scene.input.KeyCode.SPACE && at != null) {
                toggle(at);
                event.consume();
            } else if (event.getCode() == javafx.scene.input.KeyCode.ENTER && at != null) {
                offerStreams(at);
                event.consume();
            }
        });
        filter.textProperty().subscribe(it -> draw());
        model.kept().addListener((javafx.collections.ListChangeListener<LogDesk.Kept>) it -> drawKept());
        model.openingProperty().subscribe(it -> say());
        model.troubleProperty().subscribe(it -> say());
        var checking = new PatternCheck(pattern, patternWrong, context.texts(), ports);
        checking.askingProperty().subscribe(it -> say());
        check = checking;
        startTail.setOnAction(it -> start(checking));
        suggested.setOnAction(it -> suggest());
        for (var minutes : List.of(0, 5, 15, 60)) {
            back.add(
                    Duration.ofMinutes(minutes),
                    minutes == 0
                            ? context.texts().get("logs.start.now")
                            : Durations.brief(Duration.ofMinutes(minutes)));
        }
        back.valueProperty().set(LogsModel.USUAL);
        goBack.setOnAction(it -> {
            checking.forget();
            begin.read(List.of(), null, Duration.ZERO);
        });
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
        goBack.setVisible(can);
        goBack.setManaged(can);
    }

    /** Begins with these chosen, and with this pattern. */
    void choose(List<TailedGroup> wanted, @Nullable String filterPattern) {
        pattern.setText(filterPattern == null ? "" : filterPattern);
        choose(wanted);
    }

    private void choose(List<TailedGroup> wanted) {
        chosen.clear();
        hideStreams();
        wanted.forEach(it -> chosen.put(it.arn(), it));
        draw();
    }

    /** What the lines of the groups ask for. */
    private final class Choosing implements GroupCell.Choice {
        @Override
        public @Nullable TailedGroup of(LogGroup group) {
            return chosen.get(TailedGroup.bare(group.arn()));
        }

        @Override
        public void toggle(LogGroup group) {
            StartController.this.toggle(group);
        }

        @Override
        public void streams(LogGroup group) {
            offerStreams(group);
        }
    }

    private void offerStreams(LogGroup group) {
        var read = chosen.get(TailedGroup.bare(group.arn()));
        if (read != null && streams != null) {
            streams.show(read);
        }
    }

    private void hideStreams() {
        if (streams != null) {
            streams.hide();
        }
    }

    private void toggle(LogGroup group) {
        var arn = TailedGroup.bare(group.arn());
        var offered = streams == null ? null : streams.group();
        if (offered != null && offered.arn().equals(arn)) {
            hideStreams();
        }
        if (chosen.remove(arn) == null) {
            chosen.put(arn, TailedGroup.all(group.name(), arn));
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
        } else if (isAsking()) {
            said.setText(texts.get("logs.pattern.asking"));
        } else {
            var cost = LiveTailCost.of(List.copyOf(chosen.values())).dollarsPerMinute();
            said.setText(
                    chosen.isEmpty()
                            ? texts.get("logs.start.none")
                            : texts.get("logs.start.chosen", chosen.size(), units.number(cost)));
        }
        startTail.setDisable(chosen.isEmpty()
                || isAsking()
                || Boolean.TRUE.equals(model.openingProperty().get()));
        suggested.setDisable(RequestPathLogs.of(context.deployment().getValue()).isEmpty());
    }

    private boolean isAsking() {
        return check != null && check.askingProperty().get();
    }

    private void suggest() {
        choose(RequestPathLogs.of(context.deployment().getValue()));
    }

    private void start(PatternCheck checking) {
        var wanted = List.copyOf(chosen.values());
        var since = back.valueProperty().get();
        checking.then(typed -> {
            chosen.clear();
            hideStreams();
            begin.read(wanted, typed, since == null ? Duration.ZERO : since);
        });
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
