package io.atalaya.ui.filesystems;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.MetricPoint;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.State;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.EvenPoints;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One measured value: its name, the number, what it means, and the hour behind it. */
final class GaugeTile extends VBox {
    private final Label name = new Label();
    private final StateShape alarm = new StateShape(StateShape.Size.PX12);
    private final AgeLabel age = new AgeLabel();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Label note = new Label();
    private final Sparkline line = new Sparkline();

    GaugeTile(ViewContext context, String title) {
        getStyleClass().add("gauge-tile");
        setMinWidth(0);
        name.setText(title);
        name.getStyleClass().add("secondary");
        name.setMinWidth(0);
        number.getStyleClass().add("figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("secondary");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("caption");
        note.setMinWidth(0);
        age.setForm(AgeLabel.Form.BRIEF);
        age.attach(context);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, alarm, age);
        head.getStyleClass().add("gauge-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var value = new HBox(number, unit);
        value.getStyleClass().add("gauge-value");
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var body = new HBox(value, line);
        body.getStyleClass().add("gauge-body");
        body.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, body, note);
    }

    /**
     * @param text number and unit, set apart by a space; a hyphen where there is none
     * @param meaning one short line
     * @param basis whose age it has
     */
    void show(String text, String meaning, State state, List<MetricPoint> points, Observed<?> basis, Freshness trust) {
        var words = text.split(" ", 2);
        number.setText(words[0]);
        unit.setText(words.length > 1 ? words[1] : "");
        note.setText(meaning);
        note.setTooltip(meaning.isEmpty() ? null : new Tooltip(meaning));
        age.setObserved(basis);
        line.show(EvenPoints.of(points), Double.NaN);
        var stale = trust == Freshness.LAST_KNOWN;
        var alarmed = state == State.DEGRADED || state == State.FAILED;
        alarm.setVisible(alarmed);
        alarm.setManaged(alarmed);
        alarm.show(state, stale);
        if (alarmed || stale) {
            StateStyles.apply(number, state, stale);
            StateStyles.apply(line, state, stale);
        } else {
            StateStyles.clear(number);
            StateStyles.clear(line);
        }
        setAccessibleText(name.getText() + " " + text + " " + meaning);
    }
}
