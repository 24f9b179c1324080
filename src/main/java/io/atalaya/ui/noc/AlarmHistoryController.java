package io.atalaya.ui.noc;

import io.atalaya.noc.alarms.AlarmHistory;
import io.atalaya.noc.alarms.AlarmHistory.Answer;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.SheetLayer;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ProblemCard;
import io.atalaya.ui.common.ViewLoader;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/** What one alarm said: read when it is opened and when a person asks again, and never by itself. */
final class AlarmHistoryController {
    /** So long CloudWatch remembers. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final ViewContext context;
    private final AlarmPasts pasts;
    private final Executor screen;
    private final String alarm;
    private final Runnable shut;
    private final Parent root;
    private long asked;

    @FXML
    private Label title;

    @FXML
    private Label name;

    @FXML
    private Label age;

    @FXML
    private Button again;

    @FXML
    private Button close;

    @FXML
    private StackPane problem;

    @FXML
    private Label nothing;

    @FXML
    private ListView<AlarmHistory.Change> changes;

    /** @param shut closes what this stands in */
    AlarmHistoryController(ViewContext context, AlarmPasts pasts, Executor screen, String alarm, Runnable shut) {
        this.context = context;
        this.pasts = pasts;
        this.screen = screen;
        this.alarm = alarm;
        this.shut = shut;
        this.root = ViewLoader.load(this, context.texts());
        read();
    }

    /** Opens it in the window of a node; a window that has no place for sheets shows nothing. */
    static void open(ViewContext context, AlarmPasts pasts, Executor screen, String alarm, Node from) {
        SheetLayer.of(from).ifPresent(layer -> {
            var sheet = new AlarmHistoryController(context, pasts, screen, alarm, layer::close);
            layer.show(sheet.root, sheet.close, () -> {});
        });
    }

    @FXML
    private void initialize() {
        name.setText(AwsText.line(alarm));
        changes.setCellFactory(it -> new AlarmChangeCell(context));
        show(problem, false);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void read() {
        long ticket = ++asked;
        var now = context.now().getValue();
        again.setDisable(true);
        age.setText(context.texts().get("noc.history.reading"));
        pasts.read(
                alarm,
                now.minus(REMEMBERED),
                now,
                answer -> screen.execute(() -> {
                    if (ticket == asked) {
                        shown(answer);
                    }
                }));
    }

    /** What was read before stays, with the problem above it. */
    private void shown(Answer answer) {
        var texts = context.texts();
        again.setDisable(false);
        var at = new io.atalaya.ui.common.Ages(texts, context.zone()).clock(answer.askedAt());
        switch (answer) {
            case Answer.Changes some -> {
                show(problem, false);
                changes.getItems().setAll(some.changes());
                var key = some.complete() ? "noc.history.read" : "noc.history.some";
                age.setText(texts.get(key, at, some.changes().size()));
                nothing.setText(texts.get("noc.history.nothing"));
                show(nothing, some.changes().isEmpty());
            }
            case Answer.Failed failed -> {
                problem.getChildren().setAll(new ProblemCard(failed.problem(), context, this::read));
                show(problem, true);
                show(nothing, false);
                age.setText(texts.get("noc.history.failed", at));
            }
        }
    }

    @FXML
    private void close() {
        shut.run();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
