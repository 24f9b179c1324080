package io.atalaya.ui.databases;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.State;
import io.atalaya.deployment.databases.DatabaseView;
import io.atalaya.deployment.databases.Figure;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.AgeLabel;
import io.atalaya.ui.common.PointAges;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateStyles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One number of a database, its unit, and the hour that led to it. */
final class MetricTile extends VBox {
    private final ViewContext context;
    private final Label name = new Label();
    private final AgeLabel age = new AgeLabel();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Sparkline line = new Sparkline();

    MetricTile(ViewContext context) {
        this.context = context;
        getStyleClass().add("metric-tile");
        setMinWidth(0);
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
        var head = new HBox(name, gap, age);
        head.setAlignment(Pos.CENTER_LEFT);
        var value = new HBox(number, unit);
        value.getStyleClass().add("metric-value");
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var body = new HBox(value, line);
        body.getStyleClass().add("metric-body");
        body.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /** @param hint where the number's limit comes from; empty for none */
    void show(Figure figure, DatabaseView view, String hint) {
        var observed = PointAges.of(
                context.deployment().getValue().observed(figure.kind().part()), figure.points());
        var stale = observed.freshness(context.now().getValue()) == Freshness.LAST_KNOWN;
        var words = FigureTexts.of(figure, view, context.texts());
        age.setObserved(observed);
        name.setText(words.label());
        name.setTooltip(new Tooltip(hint.isEmpty() ? words.label() : words.label() + "\n" + hint));
        number.setText(words.number());
        unit.setText(words.unit());
        line.show(EvenPoints.of(figure.points()), words.limit());
        if (stale || figure.value() == null) {
            StateStyles.apply(number, State.UNKNOWN, stale);
        } else {
            StateStyles.clear(number);
        }
        setAccessibleText(words.label() + " " + words.number() + " " + words.unit());
    }
}
