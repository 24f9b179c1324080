package io.atalaya.ui.compute;

import io.atalaya.deployment.ConsoleOutput;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.Texts;
import io.atalaya.watch.ConsoleOutputs;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a machine wrote on its console, read when a person asks. Text of a machine is text: nothing in it is obeyed. */
final class ConsolePane extends VBox {
    private static final int MOST_LINES = 3000;

    private final Texts texts;
    private final Ages ages;
    private final Supplier<Instant> now;
    private final ConsoleOutputs outputs;
    private final Executor background;
    private final Executor screen;
    private final Label note = new Label();
    private final Button read = new Button();
    private final TextArea text = new TextArea();
    private @Nullable String instance;

    /**
     * @param background where is asked
     * @param screen the JavaFX thread
     */
    ConsolePane(
            Texts texts,
            Ages ages,
            Supplier<Instant> now,
            ConsoleOutputs outputs,
            Executor background,
            Executor screen) {
        this.texts = texts;
        this.ages = ages;
        this.now = now;
        this.outputs = outputs;
        this.background = background;
        this.screen = screen;
        getStyleClass().addAll("panel-body", "console-pane");
        note.getStyleClass().add("secondary");
        note.setMinWidth(0);
        read.setText(texts.get("compute.console.read"));
        read.setId("compute-console-read");
        read.getStyleClass().add("in-panel");
        read.setMinWidth(Region.USE_PREF_SIZE);
        read.setOnAction(event -> ask());
        text.setEditable(false);
        text.setId("compute-console");
        text.getStyleClass().add("console-text");
        text.setAccessibleText(texts.get("compute.console.title"));
        text.setMinHeight(0);
        VBox.setVgrow(text, Priority.ALWAYS);
        var title = new Label(texts.get("compute.console.title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        // at the left: in a narrow window the inspector covers the right
        var head = new HBox(title, read, note);
        head.getStyleClass().add("console-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text);
    }

    /** Of which machine; what was read of another one is gone. */
    void of(@Nullable String instanceId) {
        if (instanceId == null || !instanceId.equals(instance)) {
            instance = instanceId;
            text.clear();
            note.setText(texts.get(instanceId == null ? "compute.machine.none" : "compute.console.unread"));
        }
        read.setDisable(instanceId == null);
    }

    private void ask() {
        var asked = instance;
        if (asked == null) {
            return;
        }
        read.setDisable(true);
        note.setText(texts.get("compute.console.asking"));
        try {
            background.execute(() -> {
                var answer = outputs.read(asked);
                screen.execute(() -> answered(asked, answer));
            });
        } catch (RejectedExecutionException closed) {
            read.setDisable(false); // the connection is gone, and with it whoever would look
        }
    }

    private void answered(String asked, ConsoleOutputs.Answer answer) {
        if (!asked.equals(instance)) {
            return; // of a machine one looked at before
        }
        read.setDisable(false);
        switch (answer) {
            case ConsoleOutputs.Answer.Text it -> show(it.output());
            case ConsoleOutputs.Answer.Failed it -> {
                var problem = it.problem();
                note.setText(AwsText.line(new ProblemTexts(texts).what(problem) + " · "
                        + (problem.missingAction() == null ? problem.code() : problem.missingAction())));
            }
        }
    }

    private void show(ConsoleOutput output) {
        if (output.text().isBlank()) {
            text.clear();
            note.setText(texts.get("compute.console.empty"));
            return;
        }
        var lines = output.text().lines().toList();
        text.setText(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()).stream()
                .map(AwsText::line)
                .collect(Collectors.joining("\n")));
        note.setText(
                output.writtenAt() == null
                        ? texts.get("compute.console.undated")
                        : texts.get(
                                "compute.console.dated",
                                ages.time(output.writtenAt(), now.get()),
                                ages.ago(output.writtenAt(), now.get())));
    }
}
