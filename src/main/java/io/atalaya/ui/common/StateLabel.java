package io.atalaya.ui.common;

import io.atalaya.deployment.Condition;
import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A state as shape, word and colour. The word is AWS's own and never shrinks; its reason shows on hovering. The word of a
 * value that is only last known stays, grey beside a hollow shape.
 */
public final class StateLabel extends HBox {
    private final StateShape shape;
    private final Label word = new Label();
    private @Nullable Tooltip why;

    public StateLabel() {
        this(StateShape.Size.PX14);
    }

    public StateLabel(StateShape.Size size) {
        shape = new StateShape(size);
        word.getStyleClass().add("state-word");
        word.setMinWidth(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("state-label");
        getChildren().addAll(shape, word);
    }

    public void show(Seen seen) {
        show(seen.condition(), seen.freshness());
    }

    public void show(Condition condition, Freshness freshness) {
        show(condition.state(), AwsText.word(condition.word()), freshness);
        setReason(condition.detail());
    }

    public void show(State state, String text, Freshness freshness) {
        shape.show(state, freshness);
        var shown = AwsText.line(text);
        word.setText(shown);
        if (freshness == Freshness.NEVER_READ) {
            StateStyles.apply(this, State.UNKNOWN, false);
        } else {
            StateStyles.apply(this, state, freshness == Freshness.LAST_KNOWN);
        }
        setAccessibleText(shown);
    }

    public String text() {
        return word.getText();
    }

    private void setReason(@Nullable String reason) {
        if (why != null) {
            Tooltip.uninstall(this, why);
            why = null;
        }
        if (reason != null) {
            why = new Tooltip(AwsText.hint(reason));
            Tooltip.install(this, why);
        }
    }
}
