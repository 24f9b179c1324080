package io.atalaya.ui.common;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One sight drawn: icon and first line, the facts behind it, the next step. */
final class SightNode extends VBox {
    private final Texts texts;
    private final Ages ages;
    private final ProblemTexts problems;
    private final GridPane facts = new GridPane();
    private final HBox steps = new HBox();
    private @Nullable Label waited;
    private @Nullable Instant since;

    /** @param empty title and detail of an empty answer; blank ones have a default */
    SightNode(Sight sight, LiveContext context, Set<String> calls, Runnable askNow, List<String> empty) {
        texts = context.texts();
        ages = new Ages(texts, context.zone());
        problems = new ProblemTexts(texts);
        getStyleClass().add("sight");
        facts.getStyleClass().add("sight-facts");
        steps.getStyleClass().add("sight-steps");
        steps.setAlignment(Pos.CENTER_LEFT);
        switch (sight) {
            case Sight.Loading it -> loading(it, calls);
            case Sight.Empty it -> empty(it, empty, context.now().getValue());
            case Sight.Denied it -> denied(it.problem(), askNow);
            case Sight.NotOffered it -> notOffered(it.problem());
            case Sight.Failed it -> failed(it.problem(), askNow, context.now().getValue());
            case Sight.Stale it -> {}
            case Sight.Rows it -> {}
        }
    }

    void tick(Instant now) {
        if (waited != null) {
            waited.setText(
                    since == null
                            ? texts.get("common.sight.loading.soon")
                            : texts.get("common.sight.loading.since", ages.ago(since, now)));
        }
    }

    private void loading(Sight.Loading sight, Set<String> calls) {
        getStyleClass().add("sight-loading");
        for (var widths : List.of(new int[] {6, 11, 6, 8}, new int[] {6, 9, 6, 7}, new int[] {6, 11, 6, 4})) {
            var row = new HBox();
            row.getStyleClass().add("sight-bars");
            for (int width : widths) {
                var bar = new Region();
                bar.getStyleClass().addAll("sight-bar", "sight-bar-" + width);
                row.getChildren().add(bar);
            }
            getChildren().add(row);
        }
        var asking = new Label(texts.get("common.sight.loading.title"));
        var names = new Label(String.join(", ", calls.stream().sorted().toList()));
        names.getStyleClass().add("mono");
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(State.CHANGING, false);
        var line = new HBox(shape, asking, names);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sight-asking");
        since = sight.since();
        waited = new Label();
        waited.getStyleClass().addAll("secondary", "sight-waited");
        getChildren().addAll(line, waited);
    }

    private void empty(Sight.Empty sight, List<String> words, Instant now) {
        fact(
                "common.sight.asked",
                ages.time(sight.asked(), now) + ", " + texts.get("common.sight.pages", sight.pages()),
                true);
        var title = words.getFirst().isBlank() ? texts.get("common.sight.empty.title") : words.getFirst();
        var detail = words.getLast().isBlank() ? texts.get("common.sight.empty.why") : words.getLast();
        assemble(icon(Feather.INBOX), title, detail, null);
    }

    private void denied(Problem problem, Runnable askNow) {
        var named = problem.missingAction() == null ? problem.call() : problem.missingAction();
        var needs = new HBox(secondary(texts.get("common.sight.needs")), mono(named));
        needs.getStyleClass().add("sight-needs");
        fact("common.sight.awsSays", problem.code() + ": " + problem.message(), false);
        requestId(problem);
        step("common.sight.copyPolicy", Feather.COPY, () -> CopyId.copy(ProblemTexts.policyStatement(problem)));
        step("common.sight.askAgain", Feather.REFRESH_CW, askNow);
        note("common.sight.notRetried");
        assemble(shape(State.UNKNOWN), problems.what(problem), problems.why(problem), needs);
    }

    private void notOffered(Problem problem) {
        fact("common.sight.call", problem.call(), true);
        fact("common.sight.answer", problem.code(), true);
        note("common.sight.askedOnce");
        assemble(icon(Feather.SLASH), problems.what(problem), problems.why(problem), null);
    }

    private void failed(Problem problem, Runnable askNow, Instant now) {
        fact("common.sight.call", problem.call(), true);
        fact("common.sight.why", problem.code() + ": " + problem.message(), false);
        fact("common.sight.whatToDo", problems.next(problem), false);
        fact("common.sight.asked", ages.time(problem.at(), now), true);
        requestId(problem);
        step("common.sight.askNow", Feather.REFRESH_CW, askNow);
        step("common.sight.copyProblem", Feather.COPY, () -> CopyId.copy(problems.whole(problem)));
        note(problem.kind().retryable() ? "common.sight.retried" : "common.sight.notRetried");
        assemble(shape(State.FAILED), problems.what(problem), problems.why(problem), null);
    }

    private void assemble(Node sign, String title, String detail, @Nullable Node extra) {
        var head = new Label(AwsText.line(title));
        head.getStyleClass().add("sight-title");
        head.setWrapText(true);
        var text = new Label(AwsText.line(detail));
        text.getStyleClass().addAll("sight-detail");
        text.setWrapText(true);
        var words = new VBox(head, text);
        words.getStyleClass().add("sight-words");
        if (extra != null) {
            words.getChildren().add(extra);
        }
        words.getChildren().addAll(facts, steps);
        steps.setManaged(!steps.getChildren().isEmpty());
        HBox.setHgrow(words, Priority.ALWAYS);
        var body = new HBox(sign, words);
        body.getStyleClass().add("sight-body");
        getChildren().add(body);
        setAccessibleText(AwsText.line(title) + ". " + AwsText.line(detail));
    }

    private void fact(String key, String value, boolean mono) {
        var label = new Label(AwsText.line(value));
        label.setWrapText(true);
        label.getStyleClass().add(mono ? "mono" : "sight-value");
        facts.addRow(facts.getRowCount(), secondary(texts.get(key)), label);
    }

    private void requestId(Problem problem) {
        var id = problem.requestId();
        if (id == null) {
            fact("common.problem.requestId", texts.get("common.problem.noRequestId"), false);
        } else {
            facts.addRow(facts.getRowCount(), secondary(texts.get("common.problem.requestId")), new CopyId(id, texts));
        }
    }

    private void step(String key, Feather sign, Runnable act) {
        var button = new Button(texts.get(key), new Icon(sign));
        button.getStyleClass().add("in-panel");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(it -> act.run());
        steps.getChildren().add(button);
    }

    private void note(String key) {
        steps.getChildren().add(secondary(texts.get(key)));
    }

    private static Label secondary(String text) {
        var label = new Label(AwsText.line(text));
        label.getStyleClass().add("secondary");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label mono(String text) {
        var label = new Label(AwsText.line(text));
        label.getStyleClass().add("mono");
        return label;
    }

    private static Node icon(Feather sign) {
        var icon = new Icon(sign);
        icon.getStyleClass().add("sight-icon");
        return icon;
    }

    private static Node shape(State state) {
        var shape = new StateShape(StateShape.Size.PX28);
        shape.show(state, false);
        return shape;
    }
}
