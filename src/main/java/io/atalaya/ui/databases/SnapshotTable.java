package io.atalaya.ui.databases;

import io.atalaya.deployment.Part;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.SixSights;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A table of snapshots with its six sights. */
final class SnapshotTable {
    /** Which of them. */
    enum Kinds {
        ALL,
        AUTOMATED,
        MANUAL;

        boolean admits(SnapshotRow row) {
            var automated = row.use().snapshot().snapshotType().equals("automated");
            return this == ALL || automated == (this == AUTOMATED);
        }
    }

    private final DataTable<SnapshotRow> table = new DataTable<>();
    private final SixSights sights = new SixSights();

    SnapshotTable(String id, List<TableColumn<SnapshotRow, ?>> columns, ViewContext context) {
        table.setId(id);
        table.setRowKey(SnapshotRow::key);
        table.getColumns().addAll(columns);
        table.getColumns().stream()
                .filter(column -> TableColumns.TAKEN.equals(column.getId()))
                .forEach(column -> TableColumns.newestFirst(table, column));
        table.setPlaceholder(new Label(context.texts().get("databases.snapshots.none")));
        sights.setContent(table);
        sights.setEmptyTitle(context.texts().get("databases.snapshots.none"));
    }

    void follow(ViewContext context, Part<?> part, String call) {
        sights.follow(context, part, Set.of(call));
    }

    SixSights node() {
        return sights;
    }

    void show(List<SnapshotRow> rows) {
        table.apply(rows);
    }

    void filter(Predicate<SnapshotRow> admits) {
        table.setRowFilter(admits);
    }

    int visible() {
        return table.getItems().size();
    }

    void onSelect(Consumer<@Nullable ResourceRef> taken) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> taken.accept(row == null ? null : row.key()));
    }

    void reveal(ResourceRef ref) {
        table.reveal(ref);
    }

    /** Ages are words that grow older. */
    void tick() {
        table.refresh();
    }
}
