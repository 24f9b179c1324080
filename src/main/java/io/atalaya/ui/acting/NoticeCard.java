package io.atalaya.ui.acting;

import io.atalaya.deployment.Problem;
import io.atalaya.deployment.State;
import io.atalaya.operate.journal.JournalEntry;
import io.atalaya.operate.run.CalledOff;
import io.atalaya.operate.run.RunningAct;
import io.atalaya.operate.run.Standing;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.Durations;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import io.atalaya.ui.common.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How one act ended: its verdict in a word and AWS's words, what takes it back; where it failed, what was missing. */
final class NoticeCard extends VBox {
    private final Texts texts;

    NoticeCard(RunningAct act, ViewContext context, ActingDesk desk, Runnable putAway) {
        this.texts = context.texts();
        var words = new ActTexts(texts);
        var standing = act.standing();
        var deployment = context.deployment().getValue();
        getStyleClass().add("notice");
        setMaxHeight(Region.USE_PREF_SIZE);
        var title = words.title(act.operation(), deployment);
        getChildren().add(head(title, standing, putAway));
        var state = state(standing.verdict());
        StateStyles.apply(this, state, false);
        var verdict = standing.verdict() == null ? "" : words.verdict(standing.verdict());
        var said = new StringBuilder(verdict);
        if (!standing.detail().isEmpty() && !saidByProblem(standing)) {
            said.append(" · ").append(AwsText.line(standing.detail()));
        }
        if (standing.took() != null) {
            said.append(" · ").append(Durations.words(standing.took()));
        }
        getChildren().add(wrapped(said.toString(), "secondary"));
        setAccessibleText(title + ": " + said);
        if (standing.problem() != null) {
            problem(standing.problem());
        }
        act.undo().ifPresent(back -> {
            var undo = new Hyperlink(texts.get("acting.notice.undo", words.title(back, deployment)));
            undo.setId("notice-undo");
            undo.setOnAction(it -> {
                undo.setVisited(false);
                desk.open(back, this);
            });
            getChildren().add(undo);
        });
    }

    private HBox head(String title, Standing standing, Runnable putAway) {
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(state(standing.verdict()), false);
        var name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var away = new Button("", new Icon("fth-x"));
        away.getStyleClass().add("icon-button");
        away.setAccessibleText(texts.get("acting.notice.away"));
        away.setOnAction(it -> putAway.run());
        var head = new HBox(shape, name, space, away);
        head.getStyleClass().add("confirm-line");
        return head;
    }

    /** Where AWS refused, its words are both what was seen and what was wrong: once is enough. */
    private static boolean saidByProblem(Standing standing) {
        var problem = standing.problem();
        return problem != null && problem.message().equals(standing.detail());
    }

    /** What happened, what AWS said, the action that is missing, and the request's id. */
    private void problem(Problem problem) {
        var calledOff = CalledOff.why(problem);
        if (calledOff.isPresent()) {
            getChildren().add(wrapped(texts.get("acting.notice.calledOff." + calledOff.get()), "notice-problem"));
            return;
        }
        var problems = new ProblemTexts(texts);
        var what = problem.kind() == Problem.Kind.DENIED ? texts.get("acting.notice.denied") : problems.what(problem);
        getChildren().add(wrapped(what + ": " + problem.call(), "notice-problem"));
        getChildren().add(wrapped(AwsText.hint(problem.code() + ": " + problem.message()), "mono-small"));
        if (problem.missingAction() != null) {
            getChildren().add(line(texts.get("acting.notice.missing"), problem.missingAction()));
        }
        if (problem.requestId() != null) {
            getChildren().add(line(texts.get("common.problem.requestId"), problem.requestId()));
        }
    }

    private HBox line(String caption, String value) {
        var label = new Label(caption);
        label.getStyleClass().add("caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var id = new CopyId();
        id.show(value, 40, texts);
        var line = new HBox(label, id);
        line.getStyleClass().add("confirm-line");
        return line;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static State state(JournalEntry.@Nullable Verdict verdict) {
        if (verdict == null) {
            return State.UNKNOWN;
        }
        return switch (verdict) {
            case DONE -> State.HEALTHY;
            case ACCEPTED -> State.CHANGING;
            case REFUSED, FAILED -> State.FAILED;
            case UNKNOWN, NOT_SENT -> State.UNKNOWN;
        };
    }
}
