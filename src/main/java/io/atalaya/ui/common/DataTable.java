package io.atalaya.ui.common;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * A table of immutable rows that is refreshed by key: what did not change stays where it is, selected and scrolled to. Rows
 * are 28 px at 100 %, columns are made by {@link Columns} and never resize by themselves.
 */
public final class DataTable<S> extends TableView<S> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ObservableList<S> rows = FXCollections.observableArrayList();
    private final FilteredList<S> filtered = new FilteredList<>(rows);
    private final SortedList<S> sorted = new SortedList<>(filtered);
    private boolean stale;
    /** The very list that was put in last: to be given it again changes nothing. */
    private @Nullable List<S> applied;

    private Function<S, ?> key = Function.identity();

    public DataTable() {
        getStyleClass().addAll("data-table", "edge-to-edge");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
    }

    /** By what a row is the same row after a refresh. */
    public void setRowKey(Function<S, ?> keyOfRow) {
        key = keyOfRow;
    }

    /** Which rows are shown; the others stay in the table. */
    public void setRowFilter(Predicate<S> admits) {
        keepingSelection(() -> filtered.setPredicate(admits));
    }

    /** All rows, shown or not, in the order in which they first came. */
    public List<S> allRows() {
        return List.copyOf(rows);
    }

    /**
     * Puts newer rows in place of the older ones with the same key. Nothing happens to a row that is equal; new rows come
     * last and are then sorted as the person sorted.
     */
    public void apply(List<S> newer) {
        if (newer == applied) {
            return;
        }
        applied = newer;
        var wanted = new LinkedHashMap<Object, S>();
        newer.forEach(row -> wanted.put(key.apply(row), row));
        if (sameKeys(wanted.keySet())) {
            keepingSelection(() -> {
                for (int i = 0; i < rows.size(); i++) {
                    var row = Objects.requireNonNull(wanted.get(key.apply(rows.get(i))));
                    if (row != rows.get(i) && !row.equals(rows.get(i))) {
                        rows.set(i, row);
                    }
                }
            });
            return;
        }
        keepingSelection(() -> {
            var kept = new java.util.ArrayList<S>();
            for (var row : rows) {
                var update = wanted.remove(key.apply(row));
                if (update != null) {
                    kept.add(update);
                }
            }
            kept.addAll(wanted.values());
            rows.setAll(kept);
        });
    }

    /** Whether what the table shows is only last known: grey, with hollow shapes, until the next answer. */
    public void setStale(boolean wanted) {
        if (wanted != stale) {
            stale = wanted;
            pseudoClassStateChanged(STALE, wanted);
            refresh();
        }
    }

    public boolean isStale() {
        return stale;
    }

    /** Selects the row of a key and brings it into sight; nothing happens when it is filtered away. */
    public void reveal(Object rowKey) {
        for (int i = 0; i < sorted.size(); i++) {
            if (key.apply(sorted.get(i)).equals(rowKey)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    private boolean sameKeys(Set<Object> wanted) {
        var present = new HashSet<Object>();
        rows.forEach(row -> present.add(key.apply(row)));
        return present.equals(wanted);
    }

    private void keepingSelection(Runnable change) {
        @Nullable S before = getSelectionModel().getSelectedItem();
        var selected = before == null ? null : key.apply(before);
        change.run();
        if (selected == null) {
            return;
        }
        for (int i = 0; i < sorted.size(); i++) {
            if (key.apply(sorted.get(i)).equals(selected)) {
                if (getSelectionModel().getSelectedIndex() != i
                        || getSelectionModel().getSelectedItem() != sorted.get(i)) {
                    getSelectionModel().clearAndSelect(i);
                }
                return;
            }
        }
        getSelectionModel().clearSelection();
    }
}
