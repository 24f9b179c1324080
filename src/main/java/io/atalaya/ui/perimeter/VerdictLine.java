package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The verdict in shape and word, since when, and why. */
final class VerdictLine {
    private final ViewContext newest;
    private final HBox verdict;
    private final Label word;
    private final Label because;
    private final StateShape shape = new StateShape(StateShape.Size.PX18);

    VerdictLine(ViewContext newest, HBox verdict, Label word, Label because) {
        this.newest = newest;
        this.verdict = verdict;
        this.word = word;
        this.because = because;
        verdict.getChildren().addFirst(shape);
        verdict.setVisible(false);
    }

    /** No verdict, and what is missing for one. */
    void say(String text) {
        verdict.setVisible(false);
        because.setText(text);
    }

    /** @param steps of the path that decides */
    void show(AskModel.Made made, Answer answer, List<HopText> steps) {
        verdict.setVisible(true);
        var texts = newest.texts();
        var state = AnswerTexts.state(answer.verdict());
        shape.show(state, false);
        var said = texts.get("perimeter.verdict." + answer.verdict());
        if (made.since() != null) {
            var when = new Ages(texts, newest.zone())
                    .time(made.since().at(), newest.now().getValue());
            said = texts.get("perimeter.verdict.since", said, when);
        }
        word.setText(said);
        StateStyles.apply(verdict, state, false);
        StateStyles.apply(word, state, false);
        because.setText(AwsText.hint(String.join("  ", reasons(made, answer, steps))));
        verdict.setAccessibleText(said + ". " + because.getText());
    }

    private List<String> reasons(AskModel.Made made, Answer answer, List<HopText> steps) {
        var texts = newest.texts();
        var words = new AnswerTexts(texts, made.deployment());
        var lines = new ArrayList<String>();
        lines.add(words.because(answer, steps));
        if (answer.verdict() != Verdict.CANNOT_TELL && !answer.doubts().isEmpty()) {
            lines.add(texts.get(
                    "perimeter.doubts",
                    words.doubt(answer.doubts().getFirst()),
                    answer.doubts().size()));
        }
        if (!answer.lastKnown().isEmpty()) {
            lines.add(texts.get(
                    "perimeter.lastKnown",
                    String.join(
                            ", ", answer.lastKnown().stream().map(words::part).toList())));
        }
        return lines;
    }
}
