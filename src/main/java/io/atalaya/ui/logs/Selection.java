package io.atalaya.ui.logs;

import org.jspecify.annotations.Nullable;

/** The rows that are chosen: from the one where choosing began to the one that was reached last. */
final class Selection {
    private final WindowedRows rows;
    private @Nullable RowKey anchor;
    private @Nullable RowKey lead;

    Selection(WindowedRows rows) {
        this.rows = rows;
    }

    /** @param extend from where choosing began; else it begins here */
    void choose(long number, boolean extend) {
        var key = RowKey.of(rows.row(number));
        lead = key;
        if (!extend || anchor == null) {
            anchor = key;
        }
    }

    void clear() {
        anchor = null;
        lead = null;
    }

    boolean isEmpty() {
        return lead == null;
    }

    /** The row that was reached last; null where none is chosen. */
    @Nullable
    RowKey lead() {
        return lead;
    }

    /** Where the lead is now; -1 where none is chosen or it is not shown any more. */
    long number() {
        var key = lead;
        return key == null ? -1 : rows.find(key);
    }

    /** The first of the chosen rows, -1 for none. */
    long first() {
        return bound(true);
    }

    /** The last of the chosen rows, -2 for none. */
    long last() {
        return bound(false);
    }

    private long bound(boolean lower) {
        var from = anchor;
        var to = lead;
        if (from == null || to == null || rows.size() == 0) {
            return lower ? -1 : -2;
        }
        var one = rows.numberOf(from);
        var other = rows.numberOf(to);
        return lower ? Math.min(one, other) : Math.max(one, other);
    }
}
