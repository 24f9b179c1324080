package io.atalaya.ui.common;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Observed;
import io.atalaya.deployment.State;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One measured value: its name and age, the number with its unit, and the line that led to it. */
public final class ValueTile extends VBox {
    /**
     * What stands in a tile.
     *
     * @param hint more than there is room for, shown when one points at the name
     * @param note one short line below; empty for none
     * @param points at even distances, NaN where there is none; never drawn over
     * @param limit drawn as a line; NaN for none
     * @param state degraded and failed are marked; unknown greys the number
     */
    public record Words(
            String name,
            String hint,
            String number,
            String unit,
            String note,
            double[] points,
            double limit,
            State state) {
        boolean alarmed() {
            return state == State.DEGRADED || state == State.FAILED;
        }
    }

    private final LiveContext context;
    private final Label name = new Label();
    private final StateShape alarm = new StateShape(StateShape.Size.PX12);
    private final AgeLabel age = new AgeLabel();
    private final Label number = new Label();
    private final Label unit = new Label();
    private final Label note = new Label();
    private final Sparkline line = new Sparkline();
    private @Nullable Words shown;
    private @Nullable Freshness trust;

    /** @param style class of the view's own style sheet, for its borders and widths */
    public ValueTile(LiveContext context, String style) {
        this.context = context;
        getStyleClass().add(style);
        setMinWidth(0);
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
        head.getStyleClass().add("tile-head");
        head.setAlignment(Pos.CENTER_LEFT);
        var value = new HBox(number, unit);
        value.getStyleClass().add("tile-value");
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var body = new HBox(value, line);
        body.getStyleClass().add("tile-body");
        body.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body, note);
    }

    /** @param basis whose age it has */
    public void show(Words words, Observed<?> basis) {
        var freshness = basis.freshness(context.now().getValue());
        age.setObserved(basis);
        if (words.equals(shown) && freshness == trust) {
            return;
        }
        shown = words;
        trust = freshness;
        name.setText(words.name());
        name.setTooltip(new Tooltip(words.hint().isEmpty() ? words.name() : words.name() + "\n" + words.hint()));
        number.setText(words.number());
        unit.setText(words.unit());
        note.setText(words.note());
        note.setTooltip(words.note().isEmpty() ? null : new Tooltip(words.note()));
        note.setManaged(!words.note().isEmpty());
        line.show(words.points(), words.limit());
        paint(words, freshness == Freshness.LAST_KNOWN);
        setAccessibleText((words.name() + " " + words.number() + " " + words.unit() + " " + words.note()).strip());
    }

    private void paint(Words words, boolean stale) {
        alarm.setVisible(words.alarmed());
        alarm.setManaged(words.alarmed());
        alarm.show(words.state(), stale);
        if (stale || words.alarmed() || words.state() == State.UNKNOWN) {
            StateStyles.apply(number, words.state(), stale);
        } else {
            StateStyles.clear(number);
        }
        if (words.alarmed()) {
            StateStyles.apply(line, words.state(), stale);
        } else {
            StateStyles.clear(line);
        }
    }
}
