package io.atalaya.ui.compute;

import io.atalaya.deployment.Freshness;
import io.atalaya.deployment.Resource;
import io.atalaya.deployment.ResourceRef;
import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.SixSights;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** One of the six tables with its six sights. */
final class KindTable<F> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Kind kind;
    private final ViewContext context;
    private final DataTable<Row<F>> table = new DataTable<>();
    private final SixSights sights = new SixSights();
    private final Function<ComputeModel.Shown, List<Row<F>>> rows;
    private boolean fitted;

    KindTable(
            Kind kind,
            ViewContext context,
            List<TableColumn<Row<F>, ?>> columns,
            Function<ComputeModel.Shown, List<Row<F>>> rows,
            ResourceMenu menu) {
        this.kind = kind;
        this.context = context;
        this.rows = rows;
        table.setId("compute-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        table.setRowKey(Row::key);
        table.getColumns().addAll(columns);
        table.setPlaceholder(new Label(context.texts().get("compute.filteredAway")));
        table.setRowFactory(it -> {
            var row = new TableRow<Row<F>>();
            row.setOnContextMenuRequested(event -> {
                if (row.getItem() != null) {
                    menu.show(row, row.getItem().resource(), event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            var item = table.getSelectionModel().getSelectedItem();
            if (item == null) {
                return;
            }
            if (COPY.match(event)) {
                menu.copyId(item.resource());
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                context.navigator().reveal(item.resource().ref());
                event.consume();
            }
        });
        ColumnWidths.share(table);
        sights.setContent(table);
        sights.setEmptyTitle(context.texts().get("compute.empty." + kind));
        sights.follow(context, kind.part(), kind.calls());
    }

    Kind kind() {
        return kind;
    }

    SixSights node() {
        return sights;
    }

    void onSelect(Consumer<Resource> taken) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                taken.accept(row.resource());
            }
        });
    }

    void show(ComputeModel.Shown shown) {
        table.apply(rows.apply(shown));
        if (!fitted && !table.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(table);
            ColumnWidths.share(table, table.getWidth());
        }
        var observed = context.deployment().getValue().observed(kind.part());
        table.pseudoClassStateChanged(STALE, observed.freshness(context.now().getValue()) == Freshness.LAST_KNOWN);
    }

    void filter(ComputeModel model) {
        table.setRowFilter(model::admits);
    }

    int visible() {
        return table.getItems().size();
    }

    void reveal(ResourceRef ref) {
        table.reveal(ref);
    }

    @Nullable
    Resource selected() {
        var row = table.getSelectionModel().getSelectedItem();
        return row == null ? null : row.resource();
    }

    void deselect() {
        table.getSelectionModel().clearSelection();
    }

    void focus() {
        table.requestFocus();
    }
}
