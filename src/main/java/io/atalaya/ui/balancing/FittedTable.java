package io.atalaya.ui.balancing;

import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.CopyId;
import io.atalaya.ui.common.DataTable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * A table of this view: columns as wide as what they hold, rows replaced by key, and told apart what a person selects from what
 * a refresh selects again.
 */
final class FittedTable<R> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** Of its width, what a column that may give way keeps before the table scrolls. */
    private static final double LEAST_SHARE = 0.7;

    private final DataTable<R> table;
    private boolean fitted;
    private boolean quiet;

    FittedTable(DataTable<R> table, Function<R, ?> key, List<TableColumn<R, ?>> columns, String filteredAway) {
        this.table = table;
        table.setRowKey(key);
        table.getColumns().addAll(columns);
        table.setPlaceholder(new Label(filteredAway));
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
        table.getVisibleLeafColumns().addListener((javafx.beans.InvalidationListener) it -> fit(table.getWidth()));
    }

    /** Until a person sorts it otherwise. */
    void sortBy(List<? extends TableColumn<R, ?>> columns) {
        table.getSortOrder().setAll(columns);
    }

    /**
     * @param selected what happens when a person selects a row, or clicks on the one that is selected
     * @param entered what happens on Enter or a double click
     */
    void onSelect(Consumer<R> selected, Consumer<R> entered) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !quiet) {
                selected.accept(row);
            }
        });
        table.setOnMouseClicked(event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                (event.getClickCount() == 2 ? entered : selected).accept(row);
            }
        });
        table.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (row != null && event.getCode() == KeyCode.ENTER) {
                entered.accept(row);
                event.consume();
            }
        });
    }

    /** Ctrl+C copies the id of the selected row. */
    void onCopy(Function<R, String> id) {
        table.addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (row != null && COPY.match(event)) {
                CopyId.copy(id.apply(row));
                event.consume();
            }
        });
    }

    void show(List<R> rows) {
        quietly(() -> table.apply(rows));
        if (!fitted && !table.getItems().isEmpty()) {
            fitted = true;
            var least =
                    table.getColumns().stream().map(TableColumn::getMinWidth).toList();
            ColumnWidths.fit(table);
            for (int i = 0; i < least.size(); i++) {
                var column = table.getColumns().get(i);
                column.setMinWidth(Math.max(column.getMinWidth(), least.get(i)));
            }
            fit(table.getWidth());
        }
    }

    void filter(Predicate<R> admits) {
        quietly(() -> table.setRowFilter(admits));
    }

    void reveal(Object key) {
        quietly(() -> table.reveal(key));
    }

    void deselect() {
        quietly(() -> table.getSelectionModel().clearSelection());
    }

    int visible() {
        return table.getItems().size();
    }

    void focus() {
        table.requestFocus();
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
    }

    /** Where there is room columns share it; where there is not they keep their width and the table scrolls. */
    private void fit(double width) {
        var wanted = table.getVisibleLeafColumns().stream()
                .mapToDouble(column -> Math.max(column.getMinWidth(), column.getPrefWidth() * LEAST_SHARE))
                .sum();
        var policy = width > 0 && width < wanted
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS;
        if (table.getColumnResizePolicy() != policy) {
            table.setColumnResizePolicy(policy);
        }
    }
}
