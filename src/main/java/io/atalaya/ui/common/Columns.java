package io.atalaya.ui.common;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a {@link DataTable}. Widths are px at 100 %; state comes first, age
 * last, numbers stand right in JetBrains Mono, ids and times left in the same face.
 */
public final class Columns {
    private static final double PX_PER_EM = Theme.BASE_SIZE;

    private Columns() {}

    /** Shape and word. */
    public static <S> TableColumn<S, Seen> state(String title, double width, Function<S, Seen> of) {
        var column = Columns.<S, Seen>column(title, width, of);
        column.setCellFactory(it -> new StateCell<>());
        return column;
    }

    /** Names and words. */
    public static <S> TableColumn<S, String> text(String title, double width, Function<S, @Nullable String> of) {
        return words(title, width, of, "text-column");
    }

    /** The name by which a person knows the row: SemiBold. */
    public static <S> TableColumn<S, String> name(String title, double width, Function<S, @Nullable String> of) {
        return words(title, width, of, "name-column");
    }

    /** Ids, addresses, times. */
    public static <S> TableColumn<S, String> mono(String title, double width, Function<S, @Nullable String> of) {
        return words(title, width, of, "mono-column");
    }

    /** Figures with their unit, at the right; sorted by the figure, a missing one last. */
    public static <S, N extends Comparable<N>> TableColumn<S, N> number(
            String title, double width, Function<S, @Nullable N> of, Function<N, String> format) {
        var column = Columns.<S, N>column(title, width, of);
        column.getStyleClass().add("number-column");
        column.setComparator(Comparator.nullsFirst(Comparator.<N>naturalOrder()));
        column.setCellFactory(it -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable N number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty ? null : number == null ? "-" : format.apply(number));
            }
        });
        return column;
    }

    private static <S> TableColumn<S, String> words(
            String title, double width, Function<S, @Nullable String> of, String styleClass) {
        var column = Columns.<S, String>column(title, width, of);
        column.getStyleClass().add(styleClass);
        column.setCellFactory(it -> new WordCell<>());
        return column;
    }

    /** A column with cells of the caller's own. */
    public static <S, V> TableColumn<S, V> column(String title, double width, Function<S, @Nullable V> of) {
        var column = new TableColumn<S, V>(title);
        column.setCellValueFactory(it -> new ReadOnlyObjectWrapper<>(of.apply(it.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 3 * PX_PER_EM));
        column.setReorderable(true);
        return column;
    }

    /** A text that may be cut off shows whole on hovering. */
    private static final class WordCell<S> extends TableCell<S, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(text == null || text.isEmpty() ? "-" : AwsText.line(text));
            setTooltip(text != null && text.length() > 20 ? new Tooltip(AwsText.hint(text)) : null);
        }
    }
}
