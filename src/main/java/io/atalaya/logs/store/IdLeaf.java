package io.atalaya.logs.store;

import java.util.Arrays;

/** A run of an {@link IdOrder}: ids as they follow each other in time, each packed with its level into an int. */
final class IdLeaf {
    static final int MOST = 4096;
    static final int LEVELS = 5;
    static final int LEVEL_BITS = 3;
    static final int LEVEL_MASK = (1 << LEVEL_BITS) - 1;
    private static final int FIRST_ROOM = 32;

    /** No event of this leaf comes before this key, and all of earlier leaves do; stays when the first event goes. */
    final long headAt;

    final long headIngested;
    final long headId;

    int[] packed;
    int size;
    /** None is packed below this. */
    private int least = -1;

    final int[] counts = new int[LEVELS];

    IdLeaf(long headAt, long headIngested, long headId, int room) {
        this.headAt = headAt;
        this.headIngested = headIngested;
        this.headId = headId;
        this.packed = new int[room];
    }

    /** An empty one that grows. */
    static IdLeaf small(long headAt, long headIngested, long headId) {
        return new IdLeaf(headAt, headIngested, headId, FIRST_ROOM);
    }

    /** The same events under an earlier head. */
    IdLeaf under(long at, long ingested, long id) {
        var leaf = new IdLeaf(at, ingested, id, 0);
        leaf.take(packed, size);
        return leaf;
    }

    void take(int[] values, int count) {
        packed = values;
        size = count;
        recount();
    }

    boolean full() {
        return size == MOST;
    }

    void insert(int at, int value) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, Math.min(MOST, packed.length + packed.length / 8 + 8));
        }
        System.arraycopy(packed, at, packed, at + 1, size - at);
        packed[at] = value;
        size++;
        counts[value & LEVEL_MASK]++;
        least = smaller(least, value);
    }

    private static int smaller(int one, int other) {
        return Integer.compareUnsigned(one, other) < 0 ? one : other;
    }

    /** Packs all anew, from another base. */
    void shift(int by) {
        for (int i = 0; i < size; i++) {
            packed[i] += by;
        }
        recount();
    }

    void remove(int at) {
        counts[packed[at] & LEVEL_MASK]--;
        size--;
        System.arraycopy(packed, at + 1, packed, at, size - at);
    }

    /** Takes out all that are packed below; lowers the sums by level. */
    void removeBelow(int value, long[] sums) {
        if (Integer.compareUnsigned(least, value) >= 0) {
            return;
        }
        var kept = 0;
        for (int i = 0; i < size; i++) {
            if (Integer.compareUnsigned(packed[i], value) < 0) {
                sums[packed[i] & LEVEL_MASK]--;
            } else {
                packed[kept++] = packed[i];
            }
        }
        size = kept;
        recount();
    }

    /** The nearest place of that level from {@code at} on, itself included; -1 if none. */
    int next(int level, int at, int step) {
        if (counts[level] == 0) {
            return -1;
        }
        for (int i = at; i >= 0 && i < size; i += step) {
            if ((packed[i] & LEVEL_MASK) == level) {
                return i;
            }
        }
        return -1;
    }

    void count(int from, int to, long[] into) {
        for (int i = from; i < to; i++) {
            into[packed[i] & LEVEL_MASK]++;
        }
    }

    private void recount() {
        Arrays.fill(counts, 0);
        least = -1;
        for (int i = 0; i < size; i++) {
            counts[packed[i] & LEVEL_MASK]++;
            least = smaller(least, packed[i]);
        }
    }
}
