package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import java.util.concurrent.locks.StampedLock;

/** An {@link IdOrder} that one thread changes while others read. Nobody waits for longer than some thousand ids take. */
final class SharedOrder {
    /** So many are added at a time. */
    private static final int SLICE = 2048;

    private final StampedLock lock = new StampedLock();
    private final IdOrder order;

    SharedOrder(IdOrder.Keys keys) {
        order = new IdOrder(keys);
    }

    /** For the one who changes it, to read; or while nobody else knows it. */
    IdOrder mine() {
        return order;
    }

    void add(long from, long to) {
        for (var id = from; id < to; ) {
            var stamp = lock.writeLock();
            try {
                for (var end = Math.min(to, id + SLICE); id < end; id++) {
                    order.add(id);
                }
            } finally {
                lock.unlockWrite(stamp);
            }
        }
    }

    void remove(long id) {
        var stamp = lock.writeLock();
        try {
            order.remove(id);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    void removeBelow(long id) {
        var stamp = lock.writeLock();
        try {
            order.removeBelow(id);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    void clear() {
        var stamp = lock.writeLock();
        try {
            order.clear();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    long size() {
        var stamp = lock.readLock();
        try {
            return order.size();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    long idAt(long position) {
        var stamp = lock.readLock();
        try {
            return order.idAt(position);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    long positionOf(long id) {
        var stamp = lock.readLock();
        try {
            return order.positionOf(id);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    long positionAt(long epochMilli) {
        var stamp = lock.readLock();
        try {
            return order.positionAt(epochMilli);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    int ids(long position, long[] into) {
        var stamp = lock.readLock();
        try {
            return order.ids(position, into);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    long[] counts(long from, long to) {
        var stamp = lock.readLock();
        try {
            return order.counts(from, to);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    long nextOf(Level level, long position, int step) {
        var stamp = lock.readLock();
        try {
            return order.nextOf(level, position, step);
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
