package io.atalaya.ui.dns;

import io.atalaya.deployment.State;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.StateShape;
import io.atalaya.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Facts one below the other: what it is at the left, what it says at the right. */
final class Facts extends GridPane {
    private static final int ROOM = 64;

    private final Texts texts;

    Facts(Texts texts) {
        this.texts = texts;
        getStyleClass().add("dns-facts");
        var left = new ColumnConstraints();
        left.setMinWidth(Region.USE_PREF_SIZE);
        var right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        right.setMinWidth(0);
        getColumnConstraints().addAll(left, right);
    }

    void clear() {
        getChildren().clear();
    }

    /** A line over both columns. */
    void across(Node node) {
        add(node, 0, getRowCount(), 2, 1);
    }

    void remark(State state, String text) {
        across(line(state, text));
    }

    /** A shape and a sentence that wraps. */
    static HBox line(State state, String text) {
        var shape = new StateShape(StateShape.Size.PX14);
        shape.show(state, false);
        var words = new Label(text);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var box = new HBox(shape, words);
        box.getStyleClass().add("dns-remark");
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    void text(String key, @Nullable String value) {
        if (value != null) {
            var label = new Label(AwsText.line(value));
            label.setMinWidth(0);
            label.setTooltip(new Tooltip(AwsText.hint(value)));
            row(key, label);
        }
    }

    /** What one copies with a click. */
    void copied(String key, String value) {
        row(key, copied(value));
    }

    CopyId copied(String value) {
        var id = new CopyId();
        id.show(value, ROOM, texts);
        id.setMinWidth(0);
        return id;
    }

    void link(String key, String name, Runnable open) {
        var link = new Hyperlink(AwsText.line(name));
        link.setMinWidth(0);
        link.setOnAction(event -> open.run());
        row(key, link);
    }

    void row(String key, Node value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().add("secondary");
        GridPane.setValignment(name, VPos.CENTER);
        addRow(getRowCount(), name, value);
    }
}
