package io.atalaya.ui.logs;

import io.atalaya.logs.Level;
import io.atalaya.logs.Origin;
import io.atalaya.logs.find.Clause;
import io.atalaya.logs.find.Filter;
import io.atalaya.logs.view.LogView;
import io.atalaya.logs.view.Row;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** As many rows as one wants, of which none is kept: each is made when it is looked at. */
final class ManyRows implements LogView {
    long size;
    /** Rows that were inserted before all others. */
    long before;

    long looked;

    ManyRows(long size) {
        this.size = size;
    }

    @Override
    public long version() {
        return size + before;
    }

    @Override
    public long size() {
        return size + before;
    }

    @Override
    public Row row(long number) {
        looked++;
        var id = number - before;
        return new Row.Event(
                id,
                1_000 + id,
                1_000 + id,
                FakeLog.APP,
                "s",
                id % 1_000 == 0 ? Level.ERROR : Level.INFO,
                Origin.DELIVERED,
                "row " + id,
                8,
                0,
                Row.Standing.PASSES,
                false);
    }

    @Override
    public Optional<String> text(long id) {
        return Optional.of("row " + id);
    }

    @Override
    public long rowAt(long epochMilli) {
        return Math.clamp(epochMilli - 1_000 + before, 0, size());
    }

    @Override
    public long rowOf(long id) {
        return id + before;
    }

    @Override
    public long nextOf(Set<Level> levels, long row, int step) {
        if (!levels.contains(Level.ERROR)) {
            return -1;
        }
        var id = row - before;
        var next = step > 0 ? Math.floorDiv(id, 1_000) * 1_000 + 1_000 : Math.ceilDiv(id, 1_000) * 1_000 - 1_000;
        return next < 0 || next >= size ? -1 : next + before;
    }

    @Override
    public Found find(Clause clause, long row, int step) {
        return new Found.Nowhere();
    }

    @Override
    public void filter(Filter filter) {}

    @Override
    public Filter filter() {
        return Filter.ALL;
    }

    @Override
    public Progress progress() {
        return new Progress(size, size, java.util.List.of());
    }

    @Override
    public Map<Level, Long> counts() {
        return Map.of(Level.INFO, size);
    }

    @Override
    public long[][] histogram(long from, long to, int buckets) {
        return new long[buckets][Level.values().length];
    }

    @Override
    public Optional<long[]> span() {
        return Optional.of(new long[] {1_000, 1_000 + size});
    }

    @Override
    public void close() {}
}
