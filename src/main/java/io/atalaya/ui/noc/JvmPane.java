package io.atalaya.ui.noc;

import io.atalaya.noc.items.Level;
import io.atalaya.ui.common.Sparkline;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.StateStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The items of a JVM in two columns: shape, name, value, line. */
final class JvmPane extends GridPane {
    private final Consumer<String> open;
    private final List<Row> rows = new ArrayList<>();

    JvmPane(Consumer<String> open) {
        this.open = open;
        getStyleClass().add("noc-jvm");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setMinWidth(0);
            getColumnConstraints().add(half);
        }
    }

    void show(List<TileText> texts, @Nullable String chosen) {
        int half = (texts.size() + 1) / 2;
        if (rows.size() != texts.size()) {
            rows.clear();
            getChildren().clear();
            for (int i = 0; i < texts.size(); i++) {
                var row = new Row(open);
                rows.add(row);
                add(row, i / half, i % half);
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            rows.get(i).show(texts.get(i), texts.get(i).item().equals(chosen));
        }
    }

    private static final class Row extends HBox {
        private final StateShape shape = new StateShape(StateShape.Size.PX12);
        private final Label name = new Label();
        private final Label value = new Label();
        private final Sparkline line = new Sparkline();
        private final Tooltip hint = new Tooltip();
        private @Nullable TileText shown;

        Row(Consumer<String> open) {
            getStyleClass().add("noc-jvm-row");
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            name.setMinWidth(0);
            value.getStyleClass().add("mono");
            value.setMinWidth(Region.USE_PREF_SIZE);
            line.getStyleClass().add("noc-jvm-line");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            getChildren().addAll(shape, name, gap, value, line);
            Tooltip.install(this, hint);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && shown != null) {
                    requestFocus();
                    open.accept(shown.item());
                }
            });
            setOnKeyPressed(event -> {
                if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && shown != null) {
                    open.accept(shown.item());
                    event.consume();
                }
            });
        }

        void show(TileText text, boolean chosen) {
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("chosen"), chosen);
            if (text.equals(shown)) {
                return;
            }
            shown = text;
            name.setText(text.name());
            hint.setText(text.hint());
            if (text.level() == Level.NOT_PART || text.level() == Level.NO_DATA) {
                shape.showNotOffered();
            } else {
                shape.show(text.state(), text.stale());
            }
            value.setText(text.hasValue() ? text.figure().toString() : text.reason());
            value.getStyleClass().setAll("label", text.hasValue() ? "mono" : "secondary");
            value.setMinWidth(text.hasValue() ? Region.USE_PREF_SIZE : 0);
            if (text.alarmed() || text.stale()) {
                StateStyles.apply(value, text.state(), text.stale());
            }
            line.setVisible(text.hasValue());
            line.setManaged(text.hasValue());
            line.show(text.points(), text.limit());
            setAccessibleText(text.name() + " " + text.word() + " " + value.getText());
        }
    }
}
