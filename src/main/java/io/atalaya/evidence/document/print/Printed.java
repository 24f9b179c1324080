package io.atalaya.evidence.document.print;

import io.atalaya.evidence.document.Block.Table;
import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Column;
import io.atalaya.evidence.document.DocumentWords;
import io.atalaya.evidence.document.drift.Difference;
import io.atalaya.evidence.document.drift.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table in words, with what differs: what any format sets.
 *
 * @param marked whether rows carry a mark of what became of them
 */
record Printed(List<Column> columns, List<String> headings, List<Line> lines, boolean marked) {
    /** A row; null mark for one that is what it was. */
    record Line(Difference.@Nullable Kind mark, List<Field> fields) {}

    /**
     * A cell.
     *
     * @param before what stood there; null where that is the same
     * @param read false where it could not be asked
     */
    record Field(String text, @Nullable String before, boolean read) {}

    static Printed of(Table table, DocumentWords words, @Nullable Drift drift) {
        var headings = table.columns().stream()
                .map(it -> words.text("column." + it.key()))
                .toList();
        var lines = new ArrayList<Line>();
        var differences = drift == null ? List.<Difference>of() : drift.of(table.key());
        var byRow = differences.stream()
                .filter(it -> it.row() != null)
                .collect(Collectors.toMap(Difference::row, it -> it, (one, other) -> one));
        for (var row : table.rows()) {
            var difference = byRow.get(row.id());
            var fields = new ArrayList<Field>();
            for (int i = 0; i < table.columns().size(); i++) {
                fields.add(field(table.columns().get(i), row.cells().get(i), difference, words));
            }
            lines.add(new Line(difference == null ? null : difference.kind(), fields));
        }
        for (var gone : differences) {
            var before = gone.before();
            if (gone.kind() == Difference.Kind.REMOVED && before != null) {
                lines.add(new Line(
                        gone.kind(),
                        table.columns().stream()
                                .map(it -> before.cell(it.key()))
                                .map(it -> new Field(it == null ? "" : words.kept(it), null, true))
                                .toList()));
            }
        }
        return new Printed(table.columns(), headings, lines, !differences.isEmpty());
    }

    private static Field field(Column column, Cell cell, @Nullable Difference difference, DocumentWords words) {
        var before = difference == null
                ? null
                : difference.changes().stream()
                        .filter(it -> it.column().equals(column.key()))
                        .map(it -> words.kept(it.before()))
                        .findFirst()
                        .orElse(null);
        return new Field(words.cell(cell), before, cell.plain() != null);
    }
}
