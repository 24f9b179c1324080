package io.atalaya.logs.store;

import java.util.Arrays;

/** The leaves of an {@link IdOrder}, by position. */
final class IdLeaves {
    IdLeaf[] all = new IdLeaf[16];
    /** Position of each leaf's first id. */
    int[] starts = new int[16];
    /** Leaves. */
    int count;
    /** Ids. */
    int size;

    void clear() {
        Arrays.fill(all, 0, count, null);
        count = 0;
        size = 0;
    }

    /** Which leaf holds a position. */
    int indexAt(int position) {
        var found = Arrays.binarySearch(starts, 0, count, position);
        return found >= 0 ? found : -found - 2;
    }

    /** A leaf has so many more. */
    void grown(int leaf, int by) {
        for (int i = leaf + 1; i < count; i++) {
            starts[i] += by;
        }
        size += by;
    }

    /** Its start is for the caller to set. */
    void insert(int index, IdLeaf leaf) {
        if (count == all.length) {
            all = Arrays.copyOf(all, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        System.arraycopy(all, index, all, index + 1, count - index);
        System.arraycopy(starts, index, starts, index + 1, count - index);
        all[index] = leaf;
        count++;
    }

    void remove(int index) {
        count--;
        System.arraycopy(all, index + 1, all, index, count - index);
        System.arraycopy(starts, index + 1, starts, index, count - index);
        all[count] = null;
    }

    /** Takes out all ids packed below, and the leaves that are empty then; lowers the sums by level. */
    void removeBelow(int packed, long[] sums) {
        var kept = 0;
        size = 0;
        for (int i = 0; i < count; i++) {
            var leaf = all[i];
            leaf.removeBelow(packed, sums);
            if (leaf.size > 0) {
                starts[kept] = size;
                all[kept++] = leaf;
                size += leaf.size;
            }
        }
        Arrays.fill(all, kept, count, null);
        count = kept;
    }
}
