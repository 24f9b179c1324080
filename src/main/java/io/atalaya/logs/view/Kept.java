package io.atalaya.logs.view;

import io.atalaya.logs.Level;
import io.atalaya.logs.store.IdOrder;
import java.util.Set;

/** Rows that are those of an order of their own. */
record Kept(IdOrder order) implements Rows {
    @Override
    public long size() {
        return order.size();
    }

    @Override
    public long idAt(long rank) {
        return order.idAt(rank);
    }

    @Override
    public long rankOf(long id) {
        return Math.max(-1, order.positionOf(id));
    }

    @Override
    public long rankAt(long epochMilli) {
        return order.positionAt(epochMilli);
    }

    @Override
    public long nextOf(Set<Level> levels, long rank, int step) {
        long nearest = -1;
        for (var level : levels) {
            long found = order.nextOf(level, rank, step);
            if (found >= 0 && (nearest < 0 || (step > 0 ? found < nearest : found > nearest))) {
                nearest = found;
            }
        }
        return nearest;
    }

    @Override
    public long[] levels(long from, long to) {
        return order.counts(order.positionAt(from), order.positionAt(to));
    }

    @Override
    public long[] levels() {
        return order.counts(0, order.size());
    }
}
