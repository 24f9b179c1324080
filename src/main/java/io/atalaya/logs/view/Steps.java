package io.atalaya.logs.view;

import io.atalaya.logs.store.StoredEvents;

/** Goes from event to event in order of time, either way. */
final class Steps {
    private static final int AT_ONCE = 64;

    private final StoredEvents events;
    private final long[] ids = new long[AT_ONCE];
    private long start;
    private int got;
    private long position;
    private int step;

    Steps(StoredEvents events) {
        this.events = events;
    }

    /** Begins with the event at {@code position}. */
    void begin(long position, int step) {
        this.position = position;
        this.step = step;
        this.got = 0;
    }

    /** The next id; -1 at the end. */
    long next() {
        if (position < 0) {
            return -1;
        }
        if (position < start || position >= start + got) {
            start = step > 0 ? position : Math.max(0, position - AT_ONCE + 1);
            got = events.ids(start, ids);
            if (position >= start + got) {
                return -1;
            }
        }
        long id = ids[(int) (position - start)];
        position += step;
        return id;
    }
}
