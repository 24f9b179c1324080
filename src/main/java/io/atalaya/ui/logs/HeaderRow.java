package io.atalaya.ui.logs;

import io.atalaya.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The names of the columns, and the offset of the times in them. */
final class HeaderRow extends Region {
    private static final String[] LANES = {"E", "W", "I", "D"};

    private final Texts texts;
    private final Label[] lanes = new Label[LANES.length];
    private final Label time = new Label();
    private final Label level;
    private final Label group;
    private final Label where;
    private final Label message;
    private String offset = "";

    HeaderRow(Texts texts) {
        this.texts = texts;
        getStyleClass().add("log-header");
        for (int i = 0; i < LANES.length; i++) {
            lanes[i] = add(LANES[i]);
        }
        add(time);
        level = add(texts.get("logs.column.level"));
        group = add(texts.get("logs.column.group"));
        where = add(texts.get("logs.column.where"));
        message = add(texts.get("logs.column.message"));
    }

    private Label add(String words) {
        return add(new Label(words));
    }

    private Label add(Label label) {
        label.setManaged(false);
        getChildren().add(label);
        return label;
    }

    /** @param at a moment the offset is shown of */
    void arrange(RowLooks looks, Clock clock, long at) {
        var now = clock.offset(at);
        if (!now.equals(offset)) {
            offset = now;
            time.setText(texts.get("logs.column.time", now));
        }
        for (int i = 0; i < lanes.length; i++) {
            lanes[i].applyCss();
            var middle = looks.lane(i) + looks.em() * 3.5 / 13;
            place(lanes[i], Math.rint(middle - lanes[i].prefWidth(-1) / 2), looks.em());
        }
        place(time, looks.time(), looks.level() - looks.time() - 4);
        place(level, looks.level(), looks.group() - looks.level() - 2);
        place(group, looks.group(), looks.where() - looks.group() - 2);
        place(where, looks.where(), looks.message() - looks.where() - 2);
        place(message, looks.message(), 400);
    }

    private void place(Label label, double x, double room) {
        label.applyCss();
        var wide = Math.min(room, Math.ceil(label.prefWidth(-1)) + 1);
        label.resizeRelocate(x, 0, wide, getHeight() - 1);
    }
}
