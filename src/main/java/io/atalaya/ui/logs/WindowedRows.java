package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.view.Export;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.util.Set;

/** The rows of a view that lie in a span of time, numbered from 0. Bounds are those of the last {@link #refresh}. */
final class WindowedRows {
    /** How far beside the moment it is known for a gap's row is looked for. */
    private static final int NEARBY = 200;

    private final LogView view;
    private Span span = Span.ALL;
    private long first;
    private long size;
    private long version = -1;

    WindowedRows(LogView view) {
        this.view = view;
    }

    /** Reads the bounds again; whether anything may have changed since. */
    boolean refresh() {
        var now = view.version();
        var changed = now != version;
        version = now;
        var all = view.size();
        first = span.from() == Long.MIN_VALUE ? 0 : Math.min(all, view.rowAt(span.from()));
        var end = span.to() == Long.MAX_VALUE ? all : Math.min(all, view.rowAt(span.to()));
        size = Math.max(0, end - first);
        return changed;
    }

    void limit(Span wanted) {
        span = wanted;
        refresh();
    }

    Span span() {
        return span;
    }

    long size() {
        return size;
    }

    /** Those rows, as the view numbers them. */
    Export.What.Range range() {
        return new Export.What.Range(first, first + size - 1);
    }

    Row row(long number) {
        return view.row(first + number);
    }

    /** Where a row is now: itself, or the place where it would be. Not less than 0, and at most the last. */
    long numberOf(RowKey key) {
        var found = find(key);
        var number = found >= 0 ? found : view.rowAt(key.at()) - first;
        return Math.clamp(number, 0, Math.max(0, size - 1));
    }

    /** Where a row is now; -1 where it is not shown. */
    long find(RowKey key) {
        if (!key.gap()) {
            var number = view.rowOf(key.id());
            return number < first || number >= first + size ? -1 : number - first;
        }
        var near = view.rowAt(key.at());
        for (var number = Math.max(first, near - NEARBY); number < Math.min(first + size, near + NEARBY); number++) {
            if (key.is(view.row(number))) {
                return number - first;
            }
        }
        return -1;
    }

    /** The first row at or after a moment. */
    long at(long epochMilli) {
        return Math.clamp(view.rowAt(epochMilli) - first, 0, Math.max(0, size - 1));
    }

    /** As {@link LogView#nextOf}, within the span. */
    long nextOf(Set<Level> levels, long number, int step) {
        return inside(view.nextOf(levels, first + number, step));
    }

    /** As {@link LogView#find}, within the span. */
    LogView.Found find(Clause clause, long number, int step) {
        return switch (view.find(clause, first + number, step)) {
            case LogView.Found.At it -> {
                var there = inside(it.row());
                yield there < 0 ? new LogView.Found.Nowhere() : new LogView.Found.At(there);
            }
            case LogView.Found.Later it -> {
                var there = inside(it.row());
                yield there < 0 ? new LogView.Found.Nowhere() : new LogView.Found.Later(there);
            }
            case LogView.Found.Nowhere it -> it;
        };
    }

    private long inside(long row) {
        return row < first || row >= first + size ? -1 : row - first;
    }
}
