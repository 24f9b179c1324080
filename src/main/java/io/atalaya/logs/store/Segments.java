package io.atalaya.logs.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The segments that are kept, by the ids in them. Immutable. */
final class Segments {
    static final Segments NONE = new Segments(new Segment[0]);

    private final Segment[] all;
    private final long[] firsts;

    private Segments(Segment[] all) {
        this.all = all;
        this.firsts = Arrays.stream(all).mapToLong(each -> each.firstId).toArray();
    }

    Segments with(Segment newest) {
        var more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = newest;
        return new Segments(more);
    }

    Segments withoutOldest() {
        return new Segments(Arrays.copyOfRange(all, 1, all.length));
    }

    int count() {
        return all.length;
    }

    Segment oldest() {
        return all[0];
    }

    Segment get(int index) {
        return all[index];
    }

    /** The segment that holds an id; null where none does. */
    @Nullable
    Segment of(long id) {
        var low = 0;
        var high = firsts.length - 1;
        if (high >= 0 && firsts[high] <= id) {
            low = high + 1; // who writes looks at the newest nearly always
        }
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (firsts[middle] <= id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && all[high].has(id) ? all[high] : null;
    }

    long bytes() {
        var sum = 0L;
        for (var each : all) {
            sum += each.bytes();
        }
        return sum;
    }

    long events() {
        var sum = 0L;
        for (var each : all) {
            sum += each.count();
        }
        return sum;
    }
}
