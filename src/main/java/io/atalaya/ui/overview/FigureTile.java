package io.atalaya.ui.overview;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One number, its unit, and the line that led to it. */
final class FigureTile extends VBox {
    private final Label name = new Label();
    private final StateShape alarm = new StateShape(StateShape.Size.PX12);
    private final AgeLabel age = new AgeLabel();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Sparkline line = new Sparkline();

    private @Nullable FigureText shown;
    private @Nullable Freshness trust;

    FigureTile(ViewContext context) {
        getStyleClass().add("figure-tile");
        name.getStyleClass().add("secondary");
        name.setMinWidth(0);
        number.getStyleClass().add("figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("secondary");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        age.setForm(AgeLabel.Form.BRIEF);
        age.attach(context);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, alarm, age);
        head.getStyleClass().add("figure-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var value = new HBox(number, unit);
        value.getStyleClass().add("figure-value");
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var body = new HBox(value, line);
        body.getStyleClass().add("figure-body");
        body.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    @SuppressWarnings("ReferenceEquality") // the same instance has been drawn; points are an array
    void show(FigureText text, ViewContext context) {
        var observed =
                context.deployment().getValue().observed(text.figure().kind().basis());
        var freshness = observed.freshness(context.now().getValue());
        age.setObserved(observed);
        if (text == shown && freshness == trust) {
            return;
        }
        shown = text;
        trust = freshness;
        name.setText(text.label());
        name.setTooltip(new Tooltip(text.label()));
        number.setText(text.number());
        unit.setText(text.unit());
        line.show(text.points(), text.limit());
        var stale = freshness == Freshness.LAST_KNOWN;
        alarm.setVisible(text.alarmed());
        alarm.setManaged(text.alarmed());
        alarm.show(text.figure().state(), stale);
        if (stale || text.alarmed() || text.figure().state() == State.UNKNOWN) {
            StateStyles.apply(number, text.figure().state(), stale);
        } else {
            StateStyles.clear(number);
        }
        if (text.alarmed()) {
            StateStyles.apply(line, text.figure().state(), stale);
        } else {
            StateStyles.clear(line);
        }
        setAccessibleText(text.label() + " " + text.number() + " " + text.unit());
    }
}
