package io.atalaya.ui.signin;

import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What AWS asks now, which step runs, what went wrong: the part of a sign-in and of a renewal that is alike. */
public final class QuestionController {
    private final Conversation conversation;
    private final ObservableValue<Instant> now;
    private final Texts texts;
    private final ProblemTexts problems;
    private final Ages ages;
    private final Consumer<String> browse;
    // Held here, known to the conversation only weakly: it outlives this screen.
    private final ListChangeListener<Object> onSteps = it -> steps();
    private @Nullable DeviceApproval approval;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox working;

    @FXML
    private StateShape workingShape;

    @FXML
    private VBox code;

    @FXML
    private CodeField codeField;

    @FXML
    private Label codeDevice;

    @FXML
    private Label codeNote;

    @FXML
    private Label codeStep;

    @FXML
    private VBox browser;

    @FXML
    private Label browserCode;

    @FXML
    private Label browserNote;

    @FXML
    private VBox failed;

    @FXML
    private StateShape failedShape;

    @FXML
    private Label failedTitle;

    @FXML
    private Label failedWhy;

    @FXML
    private Label failedSays;

    @FXML
    private Label failedNext;

    @FXML
    private GridPane steps;

    @FXML
    private VBox stepsBox;

    QuestionController(
            Conversation conversation,
            ObservableValue<Instant> now,
            ZoneId zone,
            Texts texts,
            Consumer<String> browse) {
        this.conversation = conversation;
        this.now = now;
        this.texts = texts;
        this.problems = new ProblemTexts(texts);
        this.ages = new Ages(texts, zone);
        this.browse = browse;
    }

    @FXML
    void initialize() {
        workingShape.show(State.CHANGING, false);
        failedShape.show(State.FAILED, false);
        codeField.setPrompt(texts.get("signin.code.title"));
        codeField.setOnComplete(this::answer);
        conversation.steps().addListener(new WeakListChangeListener<>(onSteps));
        subscriptions = Subscription.combine(
                conversation.phaseProperty().subscribe(this::phase),
                conversation.currentProperty().subscribe(it -> steps()),
                now.subscribe(this::tick));
    }

    /** Off screen for good; the conversation lives on. */
    void close() {
        subscriptions.unsubscribe();
    }

    private void phase(Phase phase) {
        show(working, phase instanceof Phase.Working);
        show(code, phase instanceof Phase.Code);
        show(browser, phase instanceof Phase.Browser);
        show(failed, phase instanceof Phase.Failed);
        approval = null;
        switch (phase) {
            case Phase.Code it -> ask(it.question());
            case Phase.Browser it -> approve(it.approval());
            case Phase.Failed it -> explain(it.problem());
            case Phase.Idle it -> {}
            case Phase.Working it -> {}
        }
        steps();
    }

    private void ask(MfaQuestion question) {
        codeDevice.setText(question.mfaSerial());
        var refusedAt = question.refusedAt();
        codeNote.setText(
                refusedAt == null
                        ? texts.get("signin.code.once")
                        : texts.get("signin.code.refused", ages.clock(refusedAt)) + " " + question.refusal());
        codeStep.setText(texts.get(
                "signin.step.of",
                conversation.currentProperty().get() + 1,
                conversation.steps().size()));
        codeField.ask();
    }

    private void answer(String digits) {
        if (conversation.phaseProperty().get() instanceof Phase.Code) {
            conversation.answer(digits);
        }
    }

    private void approve(DeviceApproval asked) {
        approval = asked;
        browserCode.setText(asked.userCode());
        tick(now.getValue());
    }

    private void tick(Instant at) {
        if (approval != null) {
            browserNote.setText(
                    texts.get("signin.browser.left", Durations.countdown(Duration.between(at, approval.until()))));
        }
    }

    private void explain(Problem problem) {
        failedTitle.setText(problems.what(problem));
        failedWhy.setText(problems.why(problem));
        failedSays.setText(problem.code() + ": " + problem.message());
        failedNext.setText(problems.next(problem));
    }

    private void steps() {
        steps.getChildren().clear();
        int current = conversation.currentProperty().get();
        var phase = conversation.phaseProperty().get();
        for (int i = 0; i < conversation.steps().size(); i++) {
            var step = conversation.steps().get(i);
            var what = new Label(texts.get("signin.step." + step.kind().name().toLowerCase(Locale.ROOT)));
            var detail = new Label(step.detail());
            detail.getStyleClass().addAll("mono-small", "muted");
            if (i > current) {
                what.getStyleClass().add("muted");
            }
            steps.addRow(i, sign(i, current, phase), what, detail);
        }
        show(stepsBox, !conversation.steps().isEmpty() && !(phase instanceof Phase.Idle));
    }

    private static Node sign(int index, int current, Phase phase) {
        if (index > current) {
            var number = new Label(String.valueOf(index + 1));
            number.getStyleClass().addAll("mono-small", "muted", "step-number");
            return number;
        }
        var shape = new StateShape(StateShape.Size.PX14);
        boolean here = index == current;
        shape.show(here ? phase instanceof Phase.Failed ? State.FAILED : State.CHANGING : State.HEALTHY, false);
        return shape;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    void openBrowser() {
        if (approval != null) {
            browse.accept(approval.page().toString());
        }
    }

    @FXML
    void copyBrowserCode() {
        if (approval != null) {
            CopyId.copy(approval.userCode());
        }
    }

    @FXML
    void copyProblem() {
        if (conversation.phaseProperty().get() instanceof Phase.Failed it) {
            CopyId.copy(problems.whole(it.problem()));
        }
    }
}
