package io.atalaya.logs.find;

import io.atalaya.logs.Level;
import io.atalaya.logs.store.StoredEvents;
import java.util.Arrays;

/** Texts of consecutive ids, one after another in one array; used again and again by one thread. */
final class Block {
    /** What is read at once: fits the second-level cache of a processor. */
    static final int BYTES = 512 * 1024;
    /** The most texts at once. */
    static final int MOST = 4096;

    private final StoredEvents events;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private byte[] bytes = new byte[BYTES];
    private long first;
    private int count;

    Block(StoredEvents events) {
        this.events = events;
    }

    /** Reads texts from {@code from} on and returns how many: at least one, unless {@code to} is not above. */
    int fill(long from, long to) {
        first = from;
        count = 0;
        if (from >= to) {
            return 0;
        }
        count = events.texts(from, (int) Math.min(to - from, MOST), bytes, starts, ends);
        if (count == 0) {
            bytes = new byte[(int) Math.min(events.text(from).byteSize(), Integer.MAX_VALUE - 16)];
            count = events.texts(from, 1, bytes, starts, ends);
        } else if (bytes.length > BYTES && ends[count - 1] <= BYTES) {
            bytes = Arrays.copyOf(bytes, BYTES); // a huge text was here before
        }
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    long id(int index) {
        return first + index;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    Level level(int index) {
        return events.level(first + index);
    }
}
