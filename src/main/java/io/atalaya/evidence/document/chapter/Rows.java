package io.atalaya.evidence.document.chapter;

import io.atalaya.evidence.document.Cell;
import io.atalaya.evidence.document.Row;
import java.math.BigDecimal;
import java.util.Comparator;

/** Orders rows. */
final class Rows {
    private Rows() {}

    /** By their cells from left to right, numbers as numbers. */
    static Comparator<Row> byCells() {
        return (one, other) -> {
            for (int i = 0; i < Math.min(one.cells().size(), other.cells().size()); i++) {
                int order = compare(one.cells().get(i), other.cells().get(i));
                if (order != 0) {
                    return order;
                }
            }
            return one.id().compareTo(other.id());
        };
    }

    private static int compare(Cell one, Cell other) {
        return one instanceof Cell.Number a && other instanceof Cell.Number b
                ? a.value().compareTo(b.value())
                : plain(one).compareTo(plain(other));
    }

    private static String plain(Cell cell) {
        var plain = cell.plain();
        return plain == null ? "" : plain;
    }

    /** A number that AWS sends as text; the text where it is none. */
    static Cell number(String text) {
        return text.matches("\\d{1,9}") ? new Cell.Number(new BigDecimal(text)) : Cell.text(text);
    }
}
