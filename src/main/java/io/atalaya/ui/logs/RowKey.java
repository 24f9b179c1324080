package io.atalaya.ui.logs;

import io.atalaya.logs.view.Row;

/**
 * What stays of a row when rows are inserted before it: which event or gap it is, and when.
 *
 * @param id of the event or of the gap
 * @param at milliseconds since the epoch
 */
record RowKey(boolean gap, long id, long at) {
    static RowKey of(Row row) {
        return switch (row) {
            case Row.Event it -> new RowKey(false, it.id(), it.at());
            case Row.Missing it -> new RowKey(true, it.gap().id(), it.at());
        };
    }

    boolean is(Row row) {
        return switch (row) {
            case Row.Event it -> !gap && it.id() == id;
            case Row.Missing it -> gap && it.gap().id() == id;
        };
    }
}
