package io.atalaya.ui.evidence;

import io.atalaya.deployment.State;
import io.atalaya.evidence.claim.Finding;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** In the corner of a window: the capsule that is being made, how far it is, and what came of it. */
public final class CaptureCard extends VBox {
    private final ProgressBar progress = new ProgressBar();
    private final Label step = wrapped("secondary");
    private Subscription subscription = Subscription.EMPTY;
    private @Nullable Button cancel;
    private CaptureModel.@Nullable Standing drawn;

    public CaptureCard() {
        getStyleClass().addAll("notice", "capture-card");
        setId("capture-card");
        setMaxHeight(Region.USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setId("capture-progress");
        hide(true);
    }

    /** @param show leads to a capsule that was made */
    public void follow(CaptureModel model, ViewContext context, Consumer<Path> show) {
        subscription = model.standingProperty().subscribe(it -> draw(it, model, context.texts(), show));
    }

    /** Shows no more. */
    public void forget() {
        subscription.unsubscribe();
        hide(true);
    }

    private void hide(boolean wanted) {
        setVisible(!wanted);
        setManaged(!wanted);
    }

    private void draw(CaptureModel.Standing now, CaptureModel model, Texts texts, Consumer<Path> show) {
        var words = new EvidenceTexts(texts);
        hide(now instanceof CaptureModel.Standing.Idle);
        switch (now) {
            case CaptureModel.Standing.Idle it -> getChildren().clear();
            case CaptureModel.Standing.Running it -> running(it, model, texts, words);
            case CaptureModel.Standing.Made it -> made(it, model, texts, show);
            case CaptureModel.Standing.Failed it -> failed(it, model, texts, words);
            case CaptureModel.Standing.CalledOff it -> {
                head(
                        State.UNKNOWN,
                        texts.get("evidence.card.calledOff", it.ask().title()),
                        model,
                        texts);
                getChildren().add(text(texts.get("evidence.card.nothingMade")));
            }
        }
        drawn = now;
    }

    private void running(CaptureModel.Standing.Running it, CaptureModel model, Texts texts, EvidenceTexts words) {
        if (!(drawn instanceof CaptureModel.Standing.Running)) {
            head(State.CHANGING, texts.get("evidence.card.running", it.ask().title()), null, texts);
            var button = new Button(texts.get("evidence.card.cancel"));
            button.setId("capture-cancel");
            button.getStyleClass().add("in-panel");
            button.setOnAction(event -> model.cancel());
            cancel = button;
            getChildren().addAll(progress, step, button);
        }
        progress.setProgress(it.of() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) it.done() / it.of());
        step.setText(words.step(it));
        setAccessibleText(texts.get("evidence.card.running", it.ask().title()) + ": " + step.getText());
        if (cancel != null) {
            cancel.setDisable(it.stopping() || it.step() == CaptureSteps.Step.SEALING);
        }
    }

    private void made(CaptureModel.Standing.Made it, CaptureModel model, Texts texts, Consumer<Path> show) {
        var made = it.captured();
        head(State.HEALTHY, texts.get("evidence.card.made", it.ask().title()), model, texts);
        getChildren()
                .add(text(texts.get("evidence.card.holds", made.number(), made.items(), made.pictures())
                        + (made.findings().isEmpty()
                                ? ""
                                : " "
                                        + texts.get(
                                                "evidence.claims.counts",
                                                made.count(Finding.Verdict.PASS),
                                                made.count(Finding.Verdict.FAIL),
                                                made.count(Finding.Verdict.CANNOT_TELL)))));
        getChildren().add(line(texts, "evidence.fact.file", made.file().toString()));
        getChildren().add(line(texts, "evidence.card.key", made.key()));
        var link = new Hyperlink(texts.get("evidence.card.show"));
        link.setId("capture-show");
        link.setOnAction(event -> {
            model.dismiss();
            show.accept(made.file());
        });
        getChildren().add(link);
    }

    private void failed(CaptureModel.Standing.Failed it, CaptureModel model, Texts texts, EvidenceTexts words) {
        head(State.FAILED, texts.get("evidence.card.failed", it.ask().title()), model, texts);
        getChildren().add(text(words.reason(it.why())));
        if (it.locked()) {
            var field = new PasswordField();
            field.setId("capture-passphrase");
            field.setPromptText(texts.get("evidence.form.passphrase"));
            field.setAccessibleText(texts.get("evidence.form.passphrase"));
            var make = new Button(texts.get("evidence.form.make"));
            make.setId("capture-unlock");
            make.getStyleClass().add("accent");
            Runnable unlock = () -> {
                if (!field.getText().isEmpty()) {
                    model.unlock(field.getText().toCharArray());
                }
            };
            make.setOnAction(event -> unlock.run());
            field.setOnAction(event -> unlock.run());
            HBox.setHgrow(field, Priority.ALWAYS);
            var row = new HBox(8, field, make);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
    }

    private void head(State state, String title, @Nullable CaptureModel model, Texts texts) {
        getChildren().clear();
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(state, false);
        var name = new Label(AwsText.line(title));
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(shape, name, space);
        head.getStyleClass().add("confirm-line");
        head.setAlignment(Pos.CENTER_LEFT);
        if (model != null) {
            var away = new Button("", new Icon("fth-x"));
            away.getStyleClass().add("icon-button");
            away.setId("capture-away");
            away.setAccessibleText(texts.get("evidence.card.away"));
            away.setOnAction(it -> model.dismiss());
            head.getChildren().add(away);
        }
        getChildren().add(head);
        StateStyles.apply(this, state, false);
        setAccessibleText(AwsText.line(title));
    }

    private static HBox line(Texts texts, String caption, String value) {
        var label = new Label(texts.get(caption));
        label.getStyleClass().add("caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var id = new CopyId();
        id.show(value, 44, texts);
        var line = new HBox(label, id);
        line.getStyleClass().add("confirm-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label text(String said) {
        var label = wrapped("secondary");
        label.setText(AwsText.hint(said));
        return label;
    }

    private static Label wrapped(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
