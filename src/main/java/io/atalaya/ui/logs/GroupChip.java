package io.atalaya.ui.logs;

import io.atalaya.deployment.State;
import io.atalaya.logs.tail.TailStatus;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.Icon;
import io.atalaya.ui.common.ProblemTexts;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import io.atalaya.ui.common.Units;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** One group of a tail: its short name in the colour its rows have it in, its name, its rate, and how it is read. */
final class GroupChip extends HBox {
    private final StateShape trouble = new StateShape(StateShape.Size.PX12);
    private final Label name = new Label();
    private final Label rate = new Label();
    private final Button away;
    private final Texts texts;
    private final Tooltip hint = new Tooltip();

    GroupChip(GroupNames names, String arn, Texts texts, Consumer<String> remove) {
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("log-group-chip");
        var stem = new Label(AwsText.word(names.of(arn)));
        stem.getStyleClass()
                .addAll(
                        "log-group-short",
                        "log-" + names.ink(arn).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        stem.setMinWidth(Region.USE_PREF_SIZE);
        name.setText(AwsText.line(GroupNames.name(arn)));
        name.getStyleClass().add("mono");
        name.setMinWidth(40);
        rate.getStyleClass().addAll("mono", "muted");
        rate.setMinWidth(Region.USE_PREF_SIZE);
        var away = new Button("", new Icon(Feather.X));
        away.getStyleClass().setAll("icon-button", "log-chip-away");
        away.setAccessibleText(texts.get("logs.group.remove", name.getText()));
        away.setOnAction(it -> remove.accept(arn));
        getChildren().addAll(trouble, stem, name, rate, away);
        this.away = away;
        Tooltip.install(this, hint);
    }

    void show(TailStatus.Group group, TailStatus.State state, Units units, ProblemTexts problems) {
        var mode = texts.get("logs.mode." + group.mode().name().toLowerCase(Locale.ROOT));
        var failing = group.mode() == TailStatus.Mode.FAILING;
        var ended = state == TailStatus.State.ENDED;
        var quiet = ended || !failing && group.mode() != TailStatus.Mode.STARTING;
        away.setVisible(!ended);
        away.setManaged(!ended);
        trouble.setVisible(!quiet);
        trouble.setManaged(!quiet);
        trouble.show(failing ? State.FAILED : State.CHANGING, false);
        var running = state == TailStatus.State.RUNNING && !failing;
        rate.setText(
                failing
                        ? mode
                        : running && group.mode() != TailStatus.Mode.STARTING
                                ? units.perSecond(Math.round(group.perSecond() * 10) / 10.0)
                                : "");
        var words = ended
                ? texts.get("logs.cost.ended")
                : mode + "\n" + texts.get("logs.group.events", units.count(group.events()));
        var why = group.why();
        if (why != null) {
            words = words + "\n" + problems.what(why) + ": " + AwsText.hint(why.message());
        }
        hint.setText(words);
        setAccessibleText(name.getText() + " " + rate.getText() + " " + words);
    }
}
