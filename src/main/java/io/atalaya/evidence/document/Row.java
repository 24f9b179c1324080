package io.atalaya.evidence.document;

import java.util.List;

/**
 * A row of a table.
 *
 * @param id AWS's identifier, by which it is found again
 * @param cells one for each column
 */
public record Row(String id, List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    public static Row of(String id, Cell... cells) {
        return new Row(id, List.of(cells));
    }
}
