package io.atalaya.logs.insights;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a query found.
 *
 * @param fields names of the columns, in the order in which they first came; without {@code @ptr}
 */
public record ResultTable(List<String> fields, List<Row> rows) {
    public static final ResultTable EMPTY = new ResultTable(List.of(), List.of());

    /**
     * A row.
     *
     * @param number its place, from 0
     * @param values one for each field; null where the event has none
     * @param pointer {@code @ptr}, by which CloudWatch finds the whole event; null of rows that are no events
     */
    public record Row(
            int number,
            List<@Nullable String> values,
            @Nullable String pointer) {
        public Row {
            values = Collections.unmodifiableList(
                    values); // may hold nulls, which List.copyOf refuses; made for this row only
        }
    }

    public ResultTable {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** The value of a field in a row. */
    public Optional<String> value(Row row, String field) {
        int column = fields.indexOf(field);
        return column < 0 ? Optional.empty() : Optional.ofNullable(row.values().get(column));
    }
}
