package io.atalaya.ui.balancing;

import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.Seen;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The columns of target groups. */
final class GroupColumns {
    private final BalancingTexts texts;
    private final TableColumn<GroupRow, Seen> state;
    private final TableColumn<GroupRow, String> name;
    private final TableColumn<GroupRow, String> zones;
    private final TableColumn<GroupRow, String> balancers;

    GroupColumns(BalancingTexts texts) {
        this.texts = texts;
        state = Columns.state(title("state"), 148, GroupRow::seen);
        state.setMinWidth(128);
        name = Columns.name(title("group"), 120, row -> row.group().name());
        name.setMinWidth(100);
        zones = Columns.text(title("zones"), 150, GroupRow::zones);
        balancers = Columns.text(title("balancers"), 120, GroupRow::balancers);
    }

    /** The worst first. */
    List<TableColumn<GroupRow, ?>> order() {
        return List.of(state);
    }

    /** Beside the balancers there is no room for what stands there already. */
    void showAll(boolean all) {
        zones.setVisible(all);
        balancers.setVisible(all);
    }

    List<TableColumn<GroupRow, ?>> all() {
        var check = Columns.<GroupRow>mono(title("check"), 180, GroupRow::check);
        check.setMinWidth(150);
        check.getStyleClass().add(ColumnWidths.KEEPS);
        var notes = Columns.<GroupRow>text(title("calledOut"), 110, GroupRow::notes);
        notes.setCellFactory(it -> new NoteCell());
        return List.of(state, name, check, notes, zones, balancers);
    }

    private String title(String key) {
        return texts.get("balancing.column." + key);
    }

    /** What is called out stands in its own colour; nothing is nothing. */
    private static final class NoteCell extends TableCell<GroupRow, String> {
        @Override
        protected void updateItem(@Nullable String note, boolean empty) {
            super.updateItem(note, empty);
            getStyleClass().remove("note-cell");
            if (empty || note == null || note.isEmpty()) {
                setText(null);
                setTooltip(null);
                return;
            }
            getStyleClass().add("note-cell");
            setText(AwsText.line(note));
            setTooltip(new Tooltip(AwsText.hint(note)));
        }
    }
}
