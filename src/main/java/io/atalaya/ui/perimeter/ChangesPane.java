package io.atalaya.ui.perimeter;

import io.atalaya.deployment.reach.Answer;
import io.atalaya.deployment.reach.Verdict;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Panel;
import io.atalaya.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The smallest change that would make a yes of a no, as text; why it cannot be told where it cannot. */
final class ChangesPane {
    private final Texts texts;
    private final Panel panel;
    private final VBox lines;

    ChangesPane(Texts texts, Panel panel, VBox lines) {
        this.texts = texts;
        this.panel = panel;
        this.lines = lines;
    }

    void show(AskModel.Made made, Answer answer) {
        var words = new AnswerTexts(texts, made.deployment());
        lines.getChildren().clear();
        var useful = answer.verdict() == Verdict.NO || answer.verdict() == Verdict.PARTLY;
        panel.setVisible(useful || answer.verdict() == Verdict.CANNOT_TELL);
        panel.setManaged(panel.isVisible());
        if (answer.verdict() == Verdict.CANNOT_TELL) {
            panel.setTitle(texts.get("perimeter.doubts.title"));
            answer.doubts().forEach(each -> line("fth-help-circle", words.doubt(each)));
            return;
        }
        panel.setTitle(texts.get("perimeter.changes.title"));
        answer.changes().forEach(each -> line("fth-plus-circle", words.change(each)));
        if (answer.changes().isEmpty()) {
            line("fth-slash", texts.get("perimeter.changes.none"));
        } else if (!answer.complete()) {
            line("fth-alert-circle", texts.get("perimeter.changes.incomplete"));
        }
        var note = new Label(texts.get("perimeter.changes.text"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        lines.getChildren().add(note);
    }

    private void line(String icon, String text) {
        var words = new Label(AwsText.line(text));
        words.setWrapText(true);
        words.setMinSize(0, Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new Icon(icon), words);
        line.getStyleClass().add("ask-change");
        lines.getChildren().add(line);
    }
}
