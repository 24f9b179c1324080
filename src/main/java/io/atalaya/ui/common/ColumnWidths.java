package io.atalaya.ui.common;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Makes the text columns of a table as wide as what they hold. Called once, with the first rows: a column that moves by itself
 * later would be in the way of whoever reads it.
 */
public final class ColumnWidths {
    /** Style class of columns that keep the width they were made with: ids, whose middle may go. */
    public static final String KEEPS = "keeps-width";

    /** Rows that are looked at: the widths of a fleet follow from its first pages. */
    private static final int ROWS = 200;

    /** Of its width, what a column that may give way keeps before the table scrolls. */
    private static final double LEAST_SHARE = 0.7;

    private static final double MOST = 200;
    private static final double PADDING = 24;
    /** px of a letter at 100 %: of JetBrains Mono and of Inter SemiBold. */
    private static final double WIDE_LETTER = 7.3;

    /** px of a letter of Inter. */
    private static final double LETTER = 6.3;

    private ColumnWidths() {}

    /** From now on: where there is room columns share it; where there is not they keep their width and the table scrolls. */
    public static void share(TableView<?> table) {
        table.widthProperty().subscribe(width -> share(table, width.doubleValue()));
    }

    /** The same for a width, once. */
    public static void share(TableView<?> table, double width) {
        var wanted = table.getColumns().stream()
                .mapToDouble(column -> Math.max(column.getMinWidth(), column.getPrefWidth() * LEAST_SHARE))
                .sum();
        var policy = width > 0 && width < wanted
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS;
        if (table.getColumnResizePolicy() != policy) {
            table.setColumnResizePolicy(policy);
        }
    }

    /** Columns that must not give way keep their new width as the least, up to what leaves room for others. */
    public static <S> void fit(TableView<S> table) {
        int rows = Math.min(ROWS, table.getItems().size());
        for (var column : table.getColumns()) {
            int longest = 0;
            var words = !column.getStyleClass().contains(KEEPS);
            for (int i = 0; words && i < rows; i++) {
                switch (column.getCellObservableValue(i).getValue()) {
                    case String text -> longest = Math.max(longest, Math.min(text.length(), AwsText.LINE));
                    case null -> {}
                    default -> words = false;
                }
            }
            if (words) {
                fit(column, longest);
            }
        }
    }

    private static void fit(TableColumn<?, ?> column, int letters) {
        var held = column.getMinWidth() == column.getPrefWidth();
        var classes = column.getStyleClass();
        var letter = classes.contains("mono-column") || classes.contains("name-column") ? WIDE_LETTER : LETTER;
        var head = column.getText().length() * LETTER + PADDING;
        var width = Math.clamp(letters * letter + PADDING, head, Math.max(MOST, head));
        column.setPrefWidth(width);
        if (held || column.getMinWidth() > width) {
            column.setMinWidth(width);
        }
    }
}
