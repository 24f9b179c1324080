package io.atalaya.logs.store;

import io.atalaya.logs.Level;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ids of events in order of time: timestamp, then ingestion, then id. Leaves of up to 4,096 ids with counts by level; takes 4
 * bytes an id. Adding at the end is the fast path, adding or removing in the middle costs about a microsecond at ten million.
 * Ids must lie within half a billion of each other. Not safe for several threads: whoever shares it locks.
 */
public final class IdOrder {
    /** What decides where an event stands. Asked for ids that are in the order or are being added. */
    public interface Keys {
        /** Milliseconds since the epoch. */
        long timestamp(long id);

        /** Milliseconds since the epoch. */
        long ingested(long id);

        Level level(long id);
    }

    private static final Level[] LEVELS = Level.values();
    private static final long SPAN = 1L << (Integer.SIZE - IdLeaf.LEVEL_BITS);

    private final Keys keys;
    private final IdLeaves leaves = new IdLeaves();
    private final long[] levels = new long[LEVELS.length];
    /** What a packed id counts from. */
    private long base;
    /** Key of the last id; only where {@code lastKnown}. */
    private long lastAt;

    private long lastIngested;
    private long lastId;
    private boolean lastKnown;

    public IdOrder(Keys keys) {
        this.keys = keys;
    }

    public long size() {
        return leaves.size;
    }

    /** How many are of that level. */
    public long count(Level level) {
        return levels[level.ordinal()];
    }

    /** Takes everything out. */
    public void clear() {
        leaves.clear();
        Arrays.fill(levels, 0);
        lastKnown = false;
    }

    /** Adds an id; returns its position, or -1 where it was in already. */
    public long add(long id) {
        return add(id, keys.timestamp(id), keys.ingested(id), keys.level(id));
    }

    /** The same where the caller has its key at hand. */
    public long add(long id, long timestamp, long ingested, Level level) {
        var packed = pack(id, level);
        if (leaves.size == 0 || compareLast(timestamp, ingested, id) < 0) {
            append(packed, timestamp, ingested, id);
            return leaves.size - 1;
        }
        var leaf = leafOf(timestamp, ingested, id);
        var place = place(leaves.all[leaf], timestamp, ingested, id);
        if (place < leaves.all[leaf].size && idOf(leaves.all[leaf].packed[place]) == id) {
            return -1;
        }
        if (leaves.all[leaf].full()) {
            split(leaf);
            if (place > leaves.all[leaf].size) {
                place -= leaves.all[leaf].size;
                leaf++;
            }
        }
        if (place == 0 && leaf == 0) {
            leaves.all[0] = leaves.all[0].under(timestamp, ingested, id);
        }
        leaves.all[leaf].insert(place, packed);
        leaves.grown(leaf, 1);
        levels[level.ordinal()]++;
        return leaves.starts[leaf] + place;
    }

    private void append(int packed, long timestamp, long ingested, long id) {
        if (leaves.count == 0 || leaves.all[leaves.count - 1].full()) {
            leaves.insert(leaves.count, IdLeaf.small(timestamp, ingested, id));
            leaves.starts[leaves.count - 1] = leaves.size;
        }
        var leaf = leaves.all[leaves.count - 1];
        leaf.insert(leaf.size, packed);
        leaves.size++;
        levels[packed & IdLeaf.LEVEL_MASK]++;
        lastAt = timestamp;
        lastIngested = ingested;
        lastId = id;
        lastKnown = true;
    }

    /** Takes an id out; whether it was in. */
    public boolean remove(long id) {
        var position = positionOf(id);
        if (position < 0) {
            return false;
        }
        var leaf = leaves.indexAt((int) position);
        var place = (int) position - leaves.starts[leaf];
        levels[leaves.all[leaf].packed[place] & IdLeaf.LEVEL_MASK]--;
        leaves.all[leaf].remove(place);
        leaves.grown(leaf, -1);
        if (position == leaves.size) {
            lastKnown = false;
        }
        if (leaves.all[leaf].size == 0) {
            leaves.remove(leaf);
        } else if (leaf + 1 < leaves.count && leaves.all[leaf].size + leaves.all[leaf + 1].size <= IdLeaf.MOST / 2) {
            merge(leaf);
        }
        return true;
    }

    /** Takes out all ids below; returns how many. Asks for no keys. */
    public long removeBelow(long id) {
        if (id <= base || leaves.size == 0) {
            return 0;
        }
        var before = leaves.size;
        if (id - base >= SPAN) {
            clear();
            return before;
        }
        var below = (int) (id - base) << IdLeaf.LEVEL_BITS;
        leaves.removeBelow(below, levels);
        lastKnown = false;
        return before - leaves.size;
    }

    /** The id at a position; -1 where there is none. */
    public long idAt(long position) {
        if (position < 0 || position >= leaves.size) {
            return -1;
        }
        var leaf = leaves.indexAt((int) position);
        return idOf(leaves.all[leaf].packed[(int) position - leaves.starts[leaf]]);
    }

    /** Copies ids from a position on; returns how many. */
    public int ids(long position, long[] into) {
        if (position < 0 || position >= leaves.size) {
            return 0;
        }
        var leaf = leaves.indexAt((int) position);
        var place = (int) position - leaves.starts[leaf];
        var copied = 0;
        for (; leaf < leaves.count && copied < into.length; leaf++, place = 0) {
            var from = leaves.all[leaf];
            var to = Math.min(from.size, place + into.length - copied);
            for (int i = place; i < to; i++) {
                into[copied++] = idOf(from.packed[i]);
            }
        }
        return copied;
    }

    /** The position of an id; where it is not in, -1 - (where it would be). */
    public long positionOf(long id) {
        return positionOf(keys.timestamp(id), keys.ingested(id), id);
    }

    /** The same where the caller has its key at hand. */
    public long positionOf(long timestamp, long ingested, long id) {
        if (leaves.size == 0) {
            return -1;
        }
        var leaf = leafOf(timestamp, ingested, id);
        var place = place(leaves.all[leaf], timestamp, ingested, id);
        var position = (long) leaves.starts[leaf] + place;
        var in = place < leaves.all[leaf].size && idOf(leaves.all[leaf].packed[place]) == id;
        return in ? position : -1 - position;
    }

    /** The first position at or after that moment, milliseconds since the epoch; the size if there is none. */
    public long positionAt(long epochMilli) {
        var position = positionOf(epochMilli, Long.MIN_VALUE, -1);
        return position < 0 ? -1 - position : position;
    }

    /** The position of the nearest of that level after ({@code step} 1) or before (-1) {@code position}; -1 if none. */
    public long nextOf(Level level, long position, int step) {
        var from = Math.clamp(position, -1, (long) leaves.size) + step;
        if (from < 0 || from >= leaves.size) {
            return -1;
        }
        var leaf = leaves.indexAt((int) from);
        var place = (int) from - leaves.starts[leaf];
        while (true) {
            var found = leaves.all[leaf].next(level.ordinal(), place, step);
            if (found >= 0) {
                return (long) leaves.starts[leaf] + found;
            }
            leaf += step;
            if (leaf < 0 || leaf >= leaves.count) {
                return -1;
            }
            place = step > 0 ? 0 : leaves.all[leaf].size - 1;
        }
    }

    /** How many of each level, by its ordinal, stand at positions {@code from} to {@code to}, excluded. */
    public long[] counts(long from, long to) {
        var sums = new long[LEVELS.length];
        var at = Math.max(0, from);
        var end = Math.min(leaves.size, to);
        for (int i = at < end ? leaves.indexAt((int) at) : leaves.count;
                i < leaves.count && leaves.starts[i] < end;
                i++) {
            var leaf = leaves.all[i];
            var first = (int) Math.max(0, at - leaves.starts[i]);
            var last = (int) Math.min(leaf.size, end - leaves.starts[i]);
            if (first == 0 && last == leaf.size) {
                for (int level = 0; level < sums.length; level++) {
                    sums[level] += leaf.counts[level];
                }
            } else {
                leaf.count(first, last, sums);
            }
        }
        return sums;
    }

    /** What packed ids count from, for {@link #packed}. */
    long base() {
        return base;
    }

    /** Leaf by leaf, ids in order as they are packed; null after the last. */
    @Nullable
    IntBuffer packed(int leaf) {
        return leaf < leaves.count ? IntBuffer.wrap(leaves.all[leaf].packed, 0, leaves.all[leaf].size) : null;
    }

    /** Adds packed ids behind all others. */
    void load(long from, IntBuffer packed) {
        base = from;
        while (packed.hasRemaining()) {
            var values = new int[Math.min(IdLeaf.MOST, packed.remaining())];
            packed.get(values);
            var head = idOf(values[0]);
            var leaf = new IdLeaf(keys.timestamp(head), keys.ingested(head), head, 0);
            leaf.take(values, values.length);
            leaves.insert(leaves.count, leaf);
            leaves.starts[leaves.count - 1] = leaves.size;
            leaves.size += values.length;
            for (int level = 0; level < levels.length; level++) {
                levels[level] += leaf.counts[level];
            }
        }
        lastKnown = false;
    }

    private int compareLast(long timestamp, long ingested, long id) {
        if (!lastKnown) {
            var leaf = leaves.all[leaves.count - 1];
            lastId = idOf(leaf.packed[leaf.size - 1]);
            lastAt = keys.timestamp(lastId);
            lastIngested = keys.ingested(lastId);
            lastKnown = true;
        }
        return compare(lastAt, lastIngested, lastId, timestamp, ingested, id);
    }

    private static int compare(long at, long ingested, long id, long at2, long ingested2, long id2) {
        if (at != at2) {
            return at < at2 ? -1 : 1;
        }
        return ingested != ingested2 ? (ingested < ingested2 ? -1 : 1) : Long.compare(id, id2);
    }

    /** The last leaf whose head is not after the key; the first where all are. */
    private int leafOf(long timestamp, long ingested, long id) {
        var low = 1;
        var high = leaves.count - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var leaf = leaves.all[middle];
            if (compare(leaf.headAt, leaf.headIngested, leaf.headId, timestamp, ingested, id) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low - 1;
    }

    /** The first place of a leaf whose key is not before this one. */
    private int place(IdLeaf leaf, long timestamp, long ingested, long id) {
        var low = 0;
        var high = leaf.size - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var other = idOf(leaf.packed[middle]);
            var at = keys.timestamp(other);
            var before = at != timestamp
                    ? at < timestamp
                    : compare(at, keys.ingested(other), other, timestamp, ingested, id) < 0;
            if (before) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void split(int index) {
        var leaf = leaves.all[index];
        var half = leaf.size / 2;
        var head = idOf(leaf.packed[half]);
        var right = new IdLeaf(keys.timestamp(head), keys.ingested(head), head, 0);
        right.take(Arrays.copyOfRange(leaf.packed, half, leaf.size), leaf.size - half);
        leaf.take(Arrays.copyOf(leaf.packed, half), half);
        leaves.insert(index + 1, right);
        leaves.starts[index + 1] = leaves.starts[index] + half;
    }

    private void merge(int index) {
        var leaf = leaves.all[index];
        var right = leaves.all[index + 1];
        var both = Arrays.copyOf(leaf.packed, leaf.size + right.size);
        System.arraycopy(right.packed, 0, both, leaf.size, right.size);
        leaf.take(both, leaf.size + right.size);
        leaves.remove(index + 1);
    }

    private long idOf(int packed) {
        return base + (packed >>> IdLeaf.LEVEL_BITS);
    }

    private int pack(long id, Level level) {
        if (id < base || id - base >= SPAN) {
            rebase(id);
        }
        return (int) (id - base) << IdLeaf.LEVEL_BITS | level.ordinal();
    }

    private void rebase(long id) {
        var least = id;
        var most = id;
        for (int i = 0; i < leaves.count; i++) {
            for (int j = 0; j < leaves.all[i].size; j++) {
                var each = idOf(leaves.all[i].packed[j]);
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
        }
        if (most - least >= SPAN) {
            throw new IllegalStateException("ids too far apart: " + least + " and " + most);
        }
        var fresh = Math.max(0, least - (SPAN - (most - least)) / 2);
        var shift = (int) (base - fresh) << IdLeaf.LEVEL_BITS; // wraps, as the sum does
        for (int i = 0; i < leaves.count; i++) {
            leaves.all[i].shift(shift);
        }
        base = fresh;
    }
}
