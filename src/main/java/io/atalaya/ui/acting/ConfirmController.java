package io.atalaya.ui.acting;

import io.atalaya.deployment.Conditions;
import io.atalaya.deployment.Part;
import io.atalaya.deployment.State;
import io.atalaya.operate.act.AwsRequest;
import io.atalaya.operate.act.Operation;
import io.atalaya.operate.preflight.Confirmation;
import io.atalaya.operate.preflight.Preflight;
import io.atalaya.operate.preflight.Severity;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.ViewLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * The confirmation of one act: where, on what, what it would do, what would be sent, and the button that names it. Looks again
 * at each new snapshot while it is open.
 */
public final class ConfirmController {
    /**
     * What it needs of the window around it.
     *
     * @param deployment where one is, in words
     * @param command says a request as a command of the AWS CLI
     * @param instead opens another act instead of this one
     * @param close closes the sheet
     */
    record Around(
            String deployment,
            ArmingModel arming,
            Function<AwsRequest, String> command,
            Consumer<Operation> instead,
            Runnable close) {}

    /** In characters; what is longer loses its middle. */
    private static final int ROOM_OF_ID = 40;

    private final ConfirmModel model;
    private final ViewContext context;
    private final Texts texts;
    private final ActTexts words;
    private final Around around;
    private final Parent node;
    private Subscription subscriptions = Subscription.EMPTY;
    private List<AutoCloseable> watching = List.of();
    private Set<Part<?>> watched = Set.of();

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private AgeLabel age;

    @FXML
    private StateShape shape;

    @FXML
    private Label name;

    @FXML
    private CopyId id;

    @FXML
    private Label where;

    @FXML
    private VBox formPart;

    @FXML
    private VBox differencePart;

    @FXML
    private GridPane differences;

    @FXML
    private VBox effectPart;

    @FXML
    private VBox consequences;

    @FXML
    private VBox sentPart;

    @FXML
    private Label action;

    @FXML
    private Label cli;

    @FXML
    private Hyperlink copyCli;

    @FXML
    private HBox typePart;

    @FXML
    private Label typeWhat;

    @FXML
    private TextField typed;

    @FXML
    private HBox armPart;

    @FXML
    private Button arm;

    @FXML
    private Label refused;

    @FXML
    private Button keep;

    @FXML
    private Button press;

    private final ActForm form;

    ConfirmController(ConfirmModel model, ViewContext context, Around around) {
        this.model = model;
        this.context = context;
        this.texts = context.texts();
        this.words = new ActTexts(texts);
        this.around = around;
        this.form = new ActForm(model.fields(), model.values(), texts, context.zone(), model::fill);
        this.node = ViewLoader.load(this, texts);
    }

    @FXML
    private void initialize() {
        var on = model.offer().on();
        var heading = texts.get(model.offer().key());
        title.setText(heading);
        press.setText(heading);
        root.setAccessibleText(heading);
        var called = ActTexts.name(on, context.deployment().getValue());
        name.setText(AwsText.line(called));
        show(name, !called.equals(on.id())); // once is enough
        id.show(on.id(), ROOM_OF_ID, texts);
        where.setText(texts.get("acting.confirm.where", around.deployment()));
        formPart.getChildren().add(form);
        show(formPart, !model.fields().isEmpty());
        arm.setText(texts.get("acting.arm", ArmingModel.USUAL.toMinutes()));
        show(refused, false);
        typed.textProperty().addListener(it -> buttons());
        age.attach(context);
    }

    Parent root() {
        return node;
    }

    /** What has the keyboard at first: the first field, else the button that does no harm. */
    Node first() {
        var field = form.first();
        if (field != null) {
            return field;
        }
        return press.isDefaultButton() && !press.isDisabled() ? press : keep;
    }

    /** On screen from now on. */
    void start() {
        subscriptions = Subscription.combine(
                model.shown().subscribe(it -> draw()),
                context.deployment().subscribe(it -> model.look()),
                context.now().subscribe(it -> {
                    model.tick();
                    buttons();
                }),
                around.arming().armed().subscribe(it -> {
                    show(refused, false); // it was about the arming that was
                    buttons();
                }));
    }

    /** Closed for good. */
    void stop() {
        model.leave();
        subscriptions.unsubscribe();
        unwatch();
    }

    private void draw() {
        var shown = model.shown().get();
        form.show(shown.drafted().broken());
        condition();
        differences();
        var preflight = shown.preflight();
        var operation = shown.drafted().operation();
        show(effectPart, preflight != null || shown.looking());
        show(sentPart, operation != null);
        if (operation != null) {
            sent(operation);
        }
        if (shown.looking()) {
            consequences
                    .getChildren()
                    .setAll(ConsequenceRow.of(
                            State.CHANGING,
                            texts.get("acting.confirm.looking"),
                            texts.get("acting.confirm.looking.why")));
        }
        if (preflight != null && operation != null) {
            effects(operation, preflight);
            watch(Stream.concat(operation.settling().parts().stream(), preflight.consulted().stream())
                    .collect(Collectors.toUnmodifiableSet()));
        }
        var heavy =
                preflight != null && preflight.consequences().stream().anyMatch(it -> it.severity() == Severity.DANGER);
        press.getStyleClass().removeAll("danger", "accent");
        press.getStyleClass().add(heavy ? "danger" : "accent");
        press.setDefaultButton(preflight != null && preflight.confirmation() == Confirmation.PRESS);
        var toType = !shown.nameToType().isEmpty();
        show(typePart, toType);
        if (toType) {
            typeWhat.setText(texts.get("acting.confirm.type", shown.nameToType()));
            typed.setAccessibleText(typeWhat.getText());
        }
        buttons();
    }

    private void condition() {
        var on = model.offer().on();
        var deployment = context.deployment().getValue();
        var state = deployment.index().find(on).flatMap(it -> Conditions.any(it, deployment.index()));
        show(shape, state.isPresent());
        state.ifPresent(it -> shape.show(it.state(), false));
    }

    private void differences() {
        differences.getChildren().clear();
        var changed = Differences.of(model.fields(), model.values(), texts);
        show(differencePart, changed.stream().anyMatch(Differences.Row::differs));
        differences.addRow(0, caption(""), caption("acting.confirm.now"), caption("acting.confirm.after"));
        for (var row : changed) {
            var after = value(row.after());
            if (row.differs()) {
                after.getStyleClass().add("changed");
            }
            differences.addRow(differences.getRowCount(), new Label(row.label()), value(row.now()), after);
        }
    }

    private Label caption(String key) {
        var label = new Label(key.isEmpty() ? "" : texts.get(key));
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label value(String text) {
        var label = new Label(AwsText.hint(text));
        label.getStyleClass().add("mono");
        label.setWrapText(true);
        return label;
    }

    private void effects(Operation operation, Preflight preflight) {
        var rows = new ArrayList<Node>();
        for (var each : preflight.consequences()) {
            var row = ConsequenceRow.of(each.severity(), words.severity(each), words.sentence(each));
            var offer = each.offer();
            if (offer != null) {
                row.offer(texts.get("acting.confirm.first", texts.get(offer.nameKey())), () -> around.instead()
                        .accept(offer));
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            rows.add(ConsequenceRow.of(
                    Severity.NOTE, texts.get("acting.severity.NOTE"), texts.get("acting.confirm.nothingKnown")));
        }
        if (!preflight.unknown().isEmpty()) {
            rows.add(ConsequenceRow.of(
                    State.UNKNOWN,
                    texts.get("acting.confirm.unknown"),
                    texts.get("acting.confirm.unknown.why", String.join(", ", preflight.unknown()))));
        }
        if (preflight.allowed()) { // what is not done need not be undone
            rows.add(undo(operation));
        }
        consequences.getChildren().setAll(rows);
    }

    private Node undo(Operation operation) {
        var deployment = context.deployment().getValue();
        return operation
                .undo(deployment)
                .map(it ->
                        ConsequenceRow.of(State.HEALTHY, texts.get("acting.confirm.undo"), words.title(it, deployment)))
                .orElseGet(() -> ConsequenceRow.of(
                        Severity.NOTE, texts.get("acting.severity.NOTE"), texts.get("acting.confirm.noUndo")));
    }

    private void sent(Operation operation) {
        var request = operation.request();
        action.setText(texts.get("acting.confirm.iam", request.iamAction()));
        cli.setText(AwsText.hint(command(operation)));
        var seen = List.copyOf(operation.settling().parts());
        show(age, !seen.isEmpty());
        if (!seen.isEmpty()) {
            age.setObserved(Ages.leastCurrent(
                    context.deployment().getValue(), seen, context.now().getValue()));
        }
    }

    private String command(Operation operation) {
        return around.command().apply(operation.request());
    }

    private void buttons() {
        var armed = around.arming().armed().getValue();
        var shown = model.shown().get();
        var allowed = shown.preflight() == null || shown.preflight().allowed();
        show(armPart, !armed && allowed);
        press.setDisable(!armed || model.pressing() || !shown.ready(typed.getText()));
    }

    /** What it is about, and what the warnings rest on, is read on its cadence while somebody decides. */
    private void watch(Set<Part<?>> parts) {
        if (!parts.equals(watched)) {
            unwatch();
            watched = parts;
            watching = parts.isEmpty() ? List.of() : List.of(context.asker().watch(parts));
        }
    }

    private void unwatch() {
        for (var each : watching) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("a handle of the refresh loop does not throw", e);
            }
        }
        watching = List.of();
        watched = Set.of();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    private void arm() {
        around.arming().arm(ArmingModel.USUAL);
        buttons();
        keep.requestFocus();
    }

    @FXML
    private void copyCli() {
        copyCli.setVisited(false);
        CopyId.copy(command(Objects.requireNonNull(model.operation())));
    }

    @FXML
    private void close() {
        around.close().run();
    }

    @FXML
    private void press() {
        if (press.isDisabled()) {
            return;
        }
        model.press(typed.getText(), words::sentences, refusal -> {
            if (refusal.isEmpty()) {
                around.close().run();
                return;
            }
            refused.setText(texts.get(refusal.get().key()));
            show(refused, true);
            buttons();
        });
        if (model.pressing()) {
            refused.setText(texts.get("acting.confirm.again"));
            show(refused, true);
            buttons();
        }
    }
}
