package io.atalaya.ui.dns;

import io.atalaya.ui.ViewContext;
import io.atalaya.ui.common.ColumnWidths;
import io.atalaya.ui.common.DataTable;
import io.atalaya.ui.common.SixSights;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** One of the three tables with its six sights. */
final class KindTable<F> {
    private final Kind kind;
    private final DataTable<Row<F>> table = new DataTable<>();
    private final SixSights sights = new SixSights();
    private final Function<DnsModel.Shown, List<Row<F>>> rows;
    private boolean fitted;

    KindTable(
            Kind kind,
            ViewContext context,
            List<TableColumn<Row<F>, ?>> columns,
            Function<DnsModel.Shown, List<Row<F>>> rows,
            BiConsumer<Kind, Row<F>> selected) {
        this.kind = kind;
        this.rows = rows;
        table.setId("dns-" + kind.name().toLowerCase(Locale.ROOT));
        table.setRowKey(Row::ref);
        table.getColumns().addAll(columns);
        table.setPlaceholder(new Label(context.texts().get("dns.filteredAway")));
        ColumnWidths.share(table);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                selected.accept(kind, row);
            }
        });
        sights.setContent(table);
        sights.setEmptyTitle(context.texts().get("dns.empty." + kind));
        sights.follow(context, kind.part(), Set.of(kind.call()));
    }

    Kind kind() {
        return kind;
    }

    SixSights node() {
        return sights;
    }

    DataTable<Row<F>> table() {
        return table;
    }

    void show(DnsModel.Shown shown) {
        table.apply(rows.apply(shown));
        if (!fitted && !table.getItems().isEmpty()) {
            fitted = true;
            ColumnWidths.fit(table);
            ColumnWidths.share(table, table.getWidth());
        }
    }
}
