package io.atalaya.ui.practice;

import io.atalaya.practice.Exercise;
import io.atalaya.practice.Report;
import io.atalaya.practice.Run;
import io.atalaya.ui.View;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Pills;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Incidents to practise on, on a simulated deployment: briefing, start and end, and what happened. */
public final class GameDayController implements View {
    private final ViewContext context;
    private final GameDayModel model;
    private final LineTexts words;
    private final Ages ages;
    private final Parent root;
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable Report drawn;

    @FXML
    private ListView<Exercise> exercises;

    @FXML
    private HBox strip;

    @FXML
    private Label stripText;

    @FXML
    private Button stop;

    @FXML
    private Panel detail;

    @FXML
    private Pills<GameDayModel.Page> pages;

    @FXML
    private VBox briefing;

    @FXML
    private Label brief;

    @FXML
    private Label task;

    @FXML
    private Label takes;

    @FXML
    private Button start;

    @FXML
    private Label refusal;

    @FXML
    private VBox happened;

    @FXML
    private Label spoiler;

    @FXML
    private VBox story;

    @FXML
    private Label summary;

    @FXML
    private Button copy;

    @FXML
    private VBox lines;

    @FXML
    private VBox missed;

    @FXML
    private Label repair;

    public GameDayController(ViewContext context, GameDayModel model) {
        this.context = context;
        this.model = model;
        this.ages = new Ages(context.texts(), context.zone());
        this.words = new LineTexts(context.texts(), ages);
        this.root = ViewLoader.load(this, context.texts());
    }

    @FXML
    private void initialize() {
        exercises.setCellFactory(list -> new ExerciseCell(context.texts(), model));
        exercises.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.selectedProperty().set(chosen.id());
            }
        });
        exercises.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !start.isDisabled()) {
                start.fire();
                event.consume();
            }
        });
        pages.add(GameDayModel.Page.BRIEFING, context.texts().get("practice.page.briefing"));
        pages.add(GameDayModel.Page.HAPPENED, context.texts().get("practice.page.happened"));
        pages.valueProperty().subscribe(wanted -> {
            if (wanted != null) {
                model.pageProperty().set(wanted);
            }
        });
        start.setOnAction(event -> model.start());
        stop.setOnAction(event -> model.stop());
        copy.setOnAction(event -> copy());
        refusal.textProperty().bind(model.refusalProperty());
        refusal.visibleProperty().bind(model.refusalProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void activate() {
        subscriptions = Subscription.combine(
                model.boardProperty().subscribe(board -> show()),
                model.selectedProperty().subscribe((before, chosen) -> turn()),
                model.pageProperty().subscribe(page -> show()),
                context.now().subscribe(now -> {
                    model.refresh();
                    count(now);
                }));
    }

    @Override
    public void deactivate() {
        subscriptions.unsubscribe();
        subscriptions = Subscription.EMPTY;
    }

    /** Another exercise is looked at: what was refused is of no interest any more. */
    private void turn() {
        model.refusalProperty().set("");
        show();
    }

    private void show() {
        var board = model.boardProperty().get();
        if (board == null) {
            return;
        }
        if (!exercises.getItems().equals(board.exercises())) {
            exercises.getItems().setAll(board.exercises());
        }
        exercises.refresh();
        model.exercise().ifPresent(chosen -> {
            if (!chosen.equals(exercises.getSelectionModel().getSelectedItem())) {
                exercises.getSelectionModel().select(chosen);
            }
            brief(chosen);
        });
        var page = model.pageProperty().get();
        pages.valueProperty().set(page);
        briefing.setVisible(page == GameDayModel.Page.BRIEFING);
        briefing.setManaged(briefing.isVisible());
        happened.setVisible(page == GameDayModel.Page.HAPPENED);
        happened.setManaged(happened.isVisible());
        var run = model.run().orElse(null);
        tell(run, run == null ? null : board.report());
        count(context.now().getValue());
    }

    private void brief(Exercise chosen) {
        var texts = context.texts();
        var name = model.name(chosen.id());
        var key = "practice.exercise." + chosen.id();
        detail.setTitle(name);
        brief.setText(texts.get(key + ".brief"));
        task.setText(texts.get(key + ".task"));
        repair.setText(texts.get(key + ".repair"));
        var lack = chosen.lack();
        takes.setText(
                lack == null
                        ? texts.get("practice.takes", chosen.length().toMinutes())
                        : texts.get("practice.unfit", model.lack(lack)));
        start.setText(texts.get("practice.start", name));
        start.setDisable(lack != null || model.running().isPresent());
    }

    /** The strip over everything that says what runs and since when. */
    private void count(Instant now) {
        var running = model.running();
        strip.setVisible(running.isPresent());
        strip.setManaged(running.isPresent());
        running.ifPresent(run -> {
            var name = model.name(run.exercise());
            stripText.setText(context.texts()
                    .get(
                            "practice.running",
                            name,
                            Durations.words(Duration.between(run.startedAt(), now)),
                            ages.time(run.startedAt(), now)));
            stop.setText(context.texts().get("practice.stop", name));
        });
    }

    private void tell(@Nullable Run run, @Nullable Report report) {
        spoiler.setText(context.texts()
                .get(
                        run == null
                                ? "practice.happened.never"
                                : report == null ? "practice.happened.later" : "practice.happened.now"));
        spoiler.setVisible(report == null);
        spoiler.setManaged(report == null);
        story.setVisible(report != null);
        story.setManaged(report != null);
        if (report != null && !report.equals(drawn)) {
            drawn = report;
            var now = context.now().getValue();
            summary.setText(words.summary(report, now));
            lines.getChildren()
                    .setAll(Stream.concat(
                                    Stream.of(LineRow.head(context.texts())),
                                    report.lines().stream().map(line -> LineRow.of(line, words, now)))
                            .toList());
            missed.getChildren().setAll(missed(report));
        }
    }

    private List<Label> missed(Report report) {
        var texts = report.missed().isEmpty()
                ? List.of(words.nothingMissed(report))
                : report.missed().stream().map(words::happened).toList();
        return texts.stream()
                .map(text -> {
                    var label = new Label(text);
                    label.setWrapText(true);
                    return label;
                })
                .toList();
    }

    private void copy() {
        var report = drawn;
        if (report != null) {
            CopyId.copy(words.plain(
                    model.name(report.run().exercise()),
                    repair.getText(),
                    report,
                    context.now().getValue()));
        }
    }
}
