package io.atalaya.ui.logs;

import io.atalaya.logs.find.Clause;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** One clause: what it does, how many events it matched; pressed it does nothing for a while, and can be taken away. */
final class ClauseChip extends HBox {
    private final Clause clause;
    private final Label count = new Label();

    ClauseChip(Clause clause, Texts texts, Runnable toggle, Runnable remove) {
        this.clause = clause;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("log-clause");
        var words = new ToggleButton(sign(clause.kind()) + " " + words(clause));
        words.getStyleClass().setAll("log-clause-words");
        words.setSelected(clause.on());
        words.setMaxWidth(280);
        words.setMinWidth(Region.USE_PREF_SIZE);
        if (!clause.on() || clause.kind() == Clause.Kind.EXCLUDE) {
            getStyleClass().add("log-clause-out");
        }
        words.setAccessibleText(texts.get(
                clause.on() ? "logs.clause.on" : "logs.clause.off",
                texts.get("logs.kind." + clause.kind().name().toLowerCase(Locale.ROOT)),
                LogText.line(clause.text())));
        words.setOnAction(it -> toggle.run());
        count.getStyleClass().addAll("log-clause-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var away = new Button("", new Icon(Feather.X));
        away.getStyleClass().setAll("icon-button", "log-chip-away");
        away.setAccessibleText(texts.get("logs.clause.remove", LogText.line(clause.text())));
        away.setOnAction(it -> remove.run());
        getChildren().addAll(words, count, away);
    }

    static String sign(Clause.Kind kind) {
        return switch (kind) {
            case INCLUDE -> "+";
            case EXCLUDE -> "−";
            case MARK -> "◆";
        };
    }

    private static String words(Clause clause) {
        var text = LogText.line(clause.text());
        return switch (clause.mode()) {
            case TEXT, FIELD -> text;
            case REGEX -> "/" + text + "/";
            case STREAM -> "stream " + text;
        };
    }

    /** @param matched how many events; empty where that is not known */
    void count(String matched, Texts texts) {
        count.setText(
                !clause.on()
                        ? texts.get("logs.clause.isOff")
                        : matched.isEmpty()
                                ? ""
                                : texts.get(
                                        "logs.clause." + clause.kind().name().toLowerCase(Locale.ROOT), matched));
    }
}
