package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.store.IdOrder;
import io.atalaya.logs.store.StoredEvents;
import java.util.Set;

/** All events of a store but some: only those are held. */
record AllBut(StoredEvents events, IdOrder hidden) implements Rows {
    @Override
    public long size() {
        return Math.max(0, events.size() - hidden.size());
    }

    @Override
    public long idAt(long rank) {
        if (rank < 0) {
            return -1;
        }
        long low = 0;
        long high = hidden.size();
        while (low < high) { // the first hidden one behind more rows than wanted
            long middle = (low + high) >>> 1;
            if (position(hidden.idAt(middle)) - middle > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        long position = rank + low;
        return position < events.size() ? events.idAt(position) : -1;
    }

    private long position(long id) {
        long position = events.positionOf(id);
        return position < 0 ? -1 - position : position;
    }

    @Override
    public long rankOf(long id) {
        long position = events.positionOf(id);
        if (position < 0) {
            return -1;
        }
        long before = hidden.positionOf(id);
        return before >= 0 ? -1 : position - (-1 - before);
    }

    @Override
    public long rankAt(long epochMilli) {
        return Math.max(0, events.positionAt(epochMilli) - hidden.positionAt(epochMilli));
    }

    @Override
    public long nextOf(Set<Level> levels, long rank, int step) {
        long from;
        if (rank < 0) {
            from = -1;
        } else if (rank >= size()) {
            from = events.size();
        } else {
            from = events.positionOf(idAt(rank));
        }
        while (true) {
            long nearest = -1;
            for (var level : levels) {
                long found = events.nextOf(level, from, step);
                if (found >= 0 && (nearest < 0 || (step > 0 ? found < nearest : found > nearest))) {
                    nearest = found;
                }
            }
            if (nearest < 0 || nearest >= events.size()) {
                return -1;
            }
            long row = rankOf(events.idAt(nearest));
            if (row >= 0) {
                return row;
            }
            from = nearest;
        }
    }

    @Override
    public long[] levels(long from, long to) {
        var counts = events.counts(events.positionAt(from), events.positionAt(to));
        return less(counts, hidden.counts(hidden.positionAt(from), hidden.positionAt(to)));
    }

    @Override
    public long[] levels() {
        return less(events.counts(0, events.size()), hidden.counts(0, hidden.size()));
    }

    private static long[] less(long[] counts, long[] without) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(0, counts[i] - without[i]);
        }
        return counts;
    }
}
