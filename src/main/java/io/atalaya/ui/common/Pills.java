package io.atalaya.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One choice out of a few, all of them in sight: {@code All · Problems only}. One is always chosen. */
public final class Pills<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<T> values = new ArrayList<>();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value");

    public Pills() {
        getStyleClass().add("pills");
        setAlignment(Pos.CENTER_LEFT);
        group.selectedToggleProperty().addListener((it, before, chosen) -> {
            if (chosen == null) {
                group.selectToggle(before);
            } else {
                value.set(values.get(group.getToggles().indexOf(chosen)));
            }
        });
        value.addListener((it, before, wanted) -> select(wanted));
    }

    /** The first one added is chosen until another is. */
    public void add(T choice, String text) {
        var button = new ToggleButton(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        values.add(choice);
        getChildren().add(button);
        button.setToggleGroup(group);
        restyle();
        if (values.size() == 1) {
            value.set(choice);
        }
    }

    /** Changes the words of a choice, for counts in them. */
    public void setText(T choice, String text) {
        ((ToggleButton) group.getToggles().get(values.indexOf(choice))).setText(text);
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    private void select(@Nullable T wanted) {
        int index = values.indexOf(wanted);
        if (index >= 0) {
            group.selectToggle(group.getToggles().get(index));
        }
    }

    private void restyle() {
        int last = getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            var styles = getChildren().get(i).getStyleClass();
            styles.removeAll("left-pill", "center-pill", "right-pill");
            if (last > 0) {
                styles.add(i == 0 ? "left-pill" : i == last ? "right-pill" : "center-pill");
            }
        }
    }
}
