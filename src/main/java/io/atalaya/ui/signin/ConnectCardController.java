package io.atalaya.ui.signin;

import io.atalaya.connect.AwsRegion;
import io.atalaya.connect.DeviceApproval;
import io.atalaya.connect.MfaQuestion;
import io.atalaya.connect.Profile;
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
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The way in at the right: what is chosen, its region, the question AWS asks now, the steps, what went wrong. */
public final class ConnectCardController {
    private final SignInModel model;
    private final Conversation conversation;
    private final ObservableValue<Instant> now;
    private final Texts texts;
    private final ProblemTexts problems;
    private final Ages ages;
    private final Consumer<String> browse;
    // Held here, known to the conversation only weakly: it outlives this card.
    private final ListChangeListener<Object> onSteps = it -> steps();
    private @Nullable DeviceApproval approval;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private Label role;

    @FXML
    private VBox where;

    @FXML
    private SearchableComboBox<AwsRegion> region;

    @FXML
    private Label regionFrom;

    @FXML
    private HBox before;

    @FXML
    private FlowPane regionsBefore;

    @FXML
    private VBox endpointBox;

    @FXML
    private TextField endpoint;

    @FXML
    private Label endpointNote;

    @FXML
    private VBox working;

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

    @FXML
    private VBox facts;

    @FXML
    private Label session;

    @FXML
    private Button stop;

    @FXML
    private Button useEndpoint;

    @FXML
    private Button connect;

    ConnectCardController(
            SignInModel model, ObservableValue<Instant> now, ZoneId zone, Texts texts, Consumer<String> browse) {
        this.model = model;
        this.conversation = model.conversation();
        this.now = now;
        this.texts = texts;
        this.problems = new ProblemTexts(texts);
        this.ages = new Ages(texts, zone);
        this.browse = browse;
    }

    @FXML
    void initialize() {
        region.setItems(
                FXCollections.observableArrayList(model.ports().regions().all()));
        region.setConverter(new RegionWords());
        region.valueProperty().addListener((it, was, chosen) -> {
            if (chosen != null) {
                model.regionProperty().set(chosen.id());
            }
        });
        endpoint.textProperty().bindBidirectional(model.endpointProperty());
        codeField.setPrompt(texts.get("signin.code.title"));
        codeField.setOnComplete(this::answer);
        show(endpointBox, !model.endpointProperty().get().isBlank());
        conversation.steps().addListener(new WeakListChangeListener<>(onSteps));
        subscriptions = Subscription.combine(
                model.regionProperty().subscribe(this::showRegion),
                model.endpointProperty().subscribe(it -> ready()),
                model.profileProperty().subscribe(it -> chosen()),
                model.sandboxProperty().subscribe(it -> chosen()),
                conversation.phaseProperty().subscribe(this::phase),
                conversation.currentProperty().subscribe(it -> steps()),
                now.subscribe(this::tick));
    }

    /** Off screen for good; the model lives on. */
    void close() {
        subscriptions.unsubscribe();
        endpoint.textProperty().unbindBidirectional(model.endpointProperty());
    }

    private void chosen() {
        var profile = model.profileProperty().get();
        var sandbox = model.sandboxProperty().get();
        name.setText(
                sandbox != null
                        ? texts.get("signin.sandbox")
                        : profile == null ? texts.get("signin.nothing") : profile.name());
        role.setText(sandbox != null ? sandbox : profile == null ? texts.get("signin.nothing.next") : detail(profile));
        show(where, profile != null);
        regionsBefore.getChildren().clear();
        if (profile != null) {
            regionFrom.setText(
                    texts.get(profile.region() == null ? "signin.region.none" : "signin.region.fromProfile"));
            for (var each : model.regionsBefore(profile)) {
                var chip = new Button(each);
                chip.getStyleClass().setAll("chip", "region-chip");
                chip.setOnAction(it -> model.regionProperty().set(each));
                regionsBefore.getChildren().add(chip);
            }
            session.setText(texts.get("signin.session." + group(profile)));
            show(endpointBox, profile.endpointUrl() != null);
        }
        show(before, !regionsBefore.getChildren().isEmpty());
        show(facts, profile != null);
        show(useEndpoint, profile != null);
        ready();
    }

    private static String detail(Profile it) {
        if (it.roleArn() != null) {
            return it.roleArn();
        }
        return it.roleName() != null ? it.roleName() : it.account() == null ? "" : it.account();
    }

    /** How long a session of this method lasts, in three sorts. */
    private static String group(Profile it) {
        return switch (it.method()) {
            case ROLE_MFA, IDENTITY_CENTER -> "asks";
            case SESSION_KEY -> "ends";
            default -> "renews";
        };
    }

    private void showRegion(String id) {
        if (region.getValue() == null || !region.getValue().id().equals(id)) {
            region.setValue(
                    model.ports().regions().find(id).orElse(id.isBlank() ? null : new AwsRegion(id, id, "aws")));
        }
        ready();
    }

    private void ready() {
        boolean running = conversation.phaseProperty().get().running();
        connect.setDisable(running || model.request().isEmpty());
        var profile = model.profileProperty().get();
        connect.setText(
                profile == null
                        ? texts.get("signin.openSandbox")
                        : texts.get("signin.connectTo", CopyId.cut(profile.name(), 24)));
        endpointNote.setText(texts.get(model.endpointValid() ? "signin.endpoint.note" : "signin.endpoint.wrong"));
        show(stop, running);
        region.setDisable(running);
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
        ready();
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
    void toggleEndpoint() {
        boolean shown = !endpointBox.isVisible();
        show(endpointBox, shown);
        if (shown) {
            endpoint.requestFocus();
        } else {
            model.endpointProperty().set("");
        }
    }

    @FXML
    void connect() {
        if (model.profileProperty().get() == null) {
            model.openSandbox(SignInController.SANDBOX);
        } else {
            model.connect();
        }
    }

    @FXML
    void stop() {
        model.cancel();
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

    /** {@code us-east-1  N. Virginia}; what is typed may be either. */
    private static final class RegionWords extends StringConverter<AwsRegion> {
        @Override
        public String toString(@Nullable AwsRegion it) {
            return it == null ? "" : it.id() + "   " + it.place();
        }

        @Override
        public @Nullable AwsRegion fromString(String text) {
            return text.isBlank() ? null : new AwsRegion(text.strip(), text.strip(), "aws");
        }
    }
}
