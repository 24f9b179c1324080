package io.atalaya.ui.overview;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.MultipleSelectionModel;
import org.jspecify.annotations.Nullable;

/** Refreshes a list in its given order so that what is selected stays selected, and equal rows are not touched. */
final class KeyedRows {
    private KeyedRows() {}

    static <S> void apply(
            ObservableList<S> rows, List<S> newer, Function<S, String> key, MultipleSelectionModel<S> selection) {
        @Nullable S selected = selection.getSelectedItem();
        if (rows.size() == newer.size()
                && rows.stream()
                        .map(key)
                        .toList()
                        .equals(newer.stream().map(key).toList())) {
            for (int i = 0; i < newer.size(); i++) {
                if (!rows.get(i).equals(newer.get(i))) {
                    rows.set(i, newer.get(i));
                }
            }
        } else {
            rows.setAll(newer);
        }
        if (selected == null) {
            return;
        }
        var wanted = key.apply(selected);
        for (int i = 0; i < rows.size(); i++) {
            if (key.apply(rows.get(i)).equals(wanted)) {
                selection.clearAndSelect(i);
                return;
            }
        }
    }
}
