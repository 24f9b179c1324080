package io.atalaya.ui.perimeter;

import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.Acts;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.acting.ActItems;
import io.atalaya.ui.common.Ages;
import io.atalaya.ui.common.AwsText;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.Columns;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** Rules in place: as sentences, and beside them the parts they are made of. What is gone stays, struck out. */
final class RuleTable {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass REFUSES = PseudoClass.getPseudoClass("refuses");
    private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("decides");

    private final DataTable<RuleRow> table = new DataTable<>();
    private final ViewContext context;
    private final Texts texts;
    private final Ages ages;
    private List<String> deciding = List.of();
    private boolean fitted;

    /**
     * @param id of the node
     * @param acl whether the rules are entries of an ACL, which have numbers and no descriptions
     * @param brief without descriptions and ids
     */
    RuleTable(String id, ViewContext context, boolean acl, boolean brief) {
        this.context = context;
        this.texts = context.texts();
        this.ages = new Ages(texts, context.zone());
        table.setId(id);
        table.setRowKey(RuleRow::slot);
        table.getColumns().addAll(columns(acl, acl || brief));
        table.setPlaceholder(new Label(texts.get("perimeter.rules.none")));
        table.setRowFactory(it -> new Row());
        table.setAccessibleText(texts.get("perimeter.rules.accessible"));
        ColumnWidths.share(table);
    }

    DataTable<RuleRow> node() {
        return table;
    }

    /** @param rows of one group or ACL in one direction */
    void show(List<RuleRow> rows) {
        table.apply(rows);
        if (!fitted && !table.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(table);
            ColumnWidths.share(table, table.getWidth());
        }
    }

    /**
     * What can be done with the group or ACL hangs at every row.
     *
     * @param of whose rules these are; null for nothing
     */
    void offer(ViewContext around, ObservableValue<@Nullable ResourceRef> of) {
        var menu = new ContextMenu();
        table.setOnContextMenuRequested(event -> {
            var ref = of.getValue();
            menu.getItems().setAll(ref == null ? List.of() : items(ref, around));
            if (!menu.getItems().isEmpty()) {
                menu.show(table, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    /** The rule under the pointer is the one that is chosen: a table chooses before it asks for the menu. */
    private List<MenuItem> items(ResourceRef ref, ViewContext around) {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null && row.rule() != null) {
            return ActItems.of(ref, new Acts.Line.OfGroup(row.rule()), around, table);
        }
        return row != null && row.entry() != null
                ? ActItems.of(ref, new Acts.Line.OfAcl(row.entry()), around, table)
                : ActItems.of(ref, around, table);
    }

    /** What is said where there is no rule. */
    void setNone(String text) {
        ((Label) table.getPlaceholder()).setText(text);
    }

    /** Rows that decide an answer stand out: their keys. */
    void decide(List<String> keys) {
        if (!keys.equals(deciding)) {
            deciding = List.copyOf(keys);
            table.refresh();
        }
    }

    private String title(String key) {
        return texts.get("perimeter.column." + key);
    }

    private List<TableColumn<RuleRow, ?>> columns(boolean acl, boolean brief) {
        var columns = new ArrayList<TableColumn<RuleRow, ?>>();
        var number = held(Columns.<RuleRow>mono("#", acl ? 60 : 36, RuleRow::number));
        number.setMaxWidth(70);
        columns.add(number);
        var reads = Columns.<RuleRow>text(title("reads"), 270, RuleRow::sentence);
        reads.getStyleClass().addAll("sentence-column", ColumnWidths.KEEPS);
        reads.setMinWidth(220);
        columns.add(reads);
        var peer = Columns.<RuleRow>text(title("peer"), 150, RuleTable::peer);
        peer.getStyleClass().add(ColumnWidths.KEEPS);
        columns.add(peer);
        columns.add(held(Columns.mono(title("traffic"), 100, RuleRow::traffic)));
        if (!brief) {
            columns.add(Columns.text(title("description"), 120, RuleRow::description));
            columns.add(Columns.mono(title("ruleId"), 110, RuleRow::ruleId));
        }
        var changed = Columns.<RuleRow>text(title("changed"), 120, this::changed);
        changed.getStyleClass().add("change-column");
        columns.add(changed);
        columns.forEach(column -> column.setSortable(false)); // their order is what decides
        return columns;
    }

    private static <C extends TableColumn<?, ?>> C held(C column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }

    private static String peer(RuleRow row) {
        return row.peer().isEmpty() || row.address().endsWith("/0") ? row.address() : row.peer() + "  " + row.address();
    }

    /** {@code 3 Mar 09:31, d.parra}; {@code removed 13:52:08}; nothing where nobody told. */
    private @Nullable String changed(RuleRow row) {
        var change = row.changed();
        if (change == null) {
            return "";
        }
        var when = ages.time(change.at(), context.now().getValue());
        var time = change.removed()
                ? texts.get(change.event() == null ? "perimeter.removed.seen" : "perimeter.removed", when)
                : change.event() == null ? texts.get("perimeter.changed.seen", when) : when;
        return change.who() == null ? time : time + ", " + AwsText.word(change.who());
    }

    private final class Row extends TableRow<RuleRow> {
        @Override
        protected void updateItem(@Nullable RuleRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(GONE, row != null && row.standing() == RuleRow.Standing.GONE);
            pseudoClassStateChanged(REFUSES, row != null && row.standing() == RuleRow.Standing.REFUSES);
            pseudoClassStateChanged(DECIDES, row != null && deciding.contains(row.key()));
            setAccessibleText(row == null ? null : row.number() + " " + row.sentence());
        }
    }
}
