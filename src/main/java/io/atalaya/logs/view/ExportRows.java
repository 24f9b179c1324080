package io.atalaya.logs.view;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Goes over rows of a view that may change meanwhile, by what it gave last rather than by number: each row once, none left out that
 * was there all the time.
 */
final class ExportRows {
    private final LogView view;
    private final Export.What what;
    private final long count;
    /** Where it ends: rows after this moment are not part of it. */
    private final long last;

    private final long lastId;
    private long next;
    /** What was given of the moment it is at. */
    private final Set<Object> given = new HashSet<>();

    private long at = Long.MIN_VALUE;
    private boolean over;
    private long version;

    ExportRows(LogView view, Export.What what) {
        this.view = view;
        this.what = what;
        this.version = view.version();
        long size = view.size();
        long end =
                switch (what) {
                    case Export.What.All all -> size - 1;
                    case Export.What.Range range -> Math.min(size - 1, range.last());
                    case Export.What.Ids ids -> ids.ids().size() - 1;
                };
        next = what instanceof Export.What.Range range ? Math.max(0, range.first()) : 0;
        count = Math.max(0, end - next + 1);
        over = count == 0;
        var row = over || what instanceof Export.What.Ids ? null : view.row(end);
        last = row == null ? Long.MAX_VALUE : row.at();
        lastId = row instanceof Row.Event event ? event.id() : -1;
    }

    /** How many there were when it began. */
    long count() {
        return count;
    }

    Optional<Row> next() {
        return what instanceof Export.What.Ids ids ? nextOf(ids) : nextRow();
    }

    private Optional<Row> nextOf(Export.What.Ids ids) {
        while (next < ids.ids().size()) {
            long row = view.rowOf(ids.ids().get((int) next++));
            if (row >= 0) {
                return Optional.of(view.row(row));
            }
        }
        return Optional.empty();
    }

    private Optional<Row> nextRow() {
        while (!over) {
            long now = view.version();
            if (now != version && at != Long.MIN_VALUE) {
                version = now;
                next = view.rowAt(at); // rows moved: what was given of this moment is passed over
            }
            if (next >= view.size()) {
                over = true;
                break;
            }
            var row = view.row(next++);
            if (row.at() > last) {
                over = true;
                break;
            }
            if (row.at() < at || !isNew(row)) {
                continue;
            }
            over = lastId >= 0 && row instanceof Row.Event event && event.id() == lastId;
            return Optional.of(row);
        }
        return Optional.empty();
    }

    private boolean isNew(Row row) {
        if (row.at() > at) {
            at = row.at();
            given.clear();
        }
        return given.add(
                switch (row) {
                    case Row.Event event -> event.id();
                    case Row.Missing missing -> "gap " + missing.gap().id();
                });
    }
}
